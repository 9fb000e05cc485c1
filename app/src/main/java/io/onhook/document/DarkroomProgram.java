package io.onhook.document;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The process that {@link Darkroom} starts: a file in, plain pictures out, and it ends. */
final class DarkroomProgram {
  private DarkroomProgram() {}

  /** Reads length and bytes from its input; writes the number of pages and each of them. */
  public static void main(String[] arguments) throws IOException {
    var answer = new FileOutputStream(FileDescriptor.out);
    // Whatever a library prints must not come between.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    var in = new DataInputStream(System.in);
    byte[] file = new byte[in.readInt()];
    in.readFully(file);
    var out = new DataOutputStream(new BufferedOutputStream(answer));
    write(Developing.develop(file), out);
    out.flush();
    // No thread of a library keeps it alive.
    Runtime.getRuntime().halt(0);
  }

  private static void write(Development development, DataOutputStream out) throws IOException {
    switch (development) {
      case Development.Spoilt(FileProblem problem) -> {
        out.writeByte(0);
        out.writeUTF(problem.name());
      }
      case Development.Pictures(List<Picture> pages) -> {
        out.writeByte(pages.size());
        for (Picture page : pages) {
          out.writeInt(page.jpeg().length);
          out.write(page.jpeg());
        }
      }
    }
  }
}
