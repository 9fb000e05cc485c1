package io.onhook.policy;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A pack's tree, and where each field stands in the file.
 *
 * @param name of the file
 * @param tree what it says
 * @param lines JSON pointer to line, from 1
 */
record PackFile(String name, JsonNode tree, Map<String, Integer> lines) {

  /** A problem at this JSON pointer, or at the nearest field around it that is written. */
  PackProblem problem(String pointer, String problem, String remedy) {
    return new PackProblem(name, line(pointer), field(pointer), problem, remedy);
  }

  private int line(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  private static String field(String pointer) {
    return pointer.isEmpty() ? "" : pointer.substring(1).replace('/', '.');
  }
}
