package io.onhook.policy;

/**
 * One thing wrong in a pack.
 *
 * @param file which file
 * @param line in it, from 1; 0 where it concerns the whole file or folder
 * @param field path of the field: {@code gates.arrears.effect}; empty for the whole file
 * @param problem what is wrong, with the value
 * @param remedy what to write instead
 */
public record PackProblem(String file, int line, String field, String problem, String remedy) {
  /** {@code default.yaml:12 gates.arrears.effect: … → …}, for logs and the start-up report. */
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + (field.isEmpty() ? "" : " " + field) + ": " + problem + " " + remedy;
  }
}
