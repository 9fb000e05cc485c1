package io.onhook.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** A PDF as other people's programs see it: poppler and veraPDF. */
record PdfFile(byte[] bytes, Path path) {
  static PdfFile of(byte[] bytes) throws IOException {
    Path path = Files.createTempFile("proof", ".pdf");
    Files.write(path, bytes);
    return new PdfFile(bytes, path);
  }

  /** What a reader copies out of it. */
  String text() throws IOException, InterruptedException {
    return run("pdftotext", "-enc", "UTF-8", path.toString(), "-");
  }

  /** What poppler says of its signatures. */
  String pdfsig() throws IOException, InterruptedException {
    return run("pdfsig", path.toString());
  }

  /** What keeps it from being PDF/A-2a, by clause; empty if nothing does. */
  List<String> offencesAgainstPdfA() throws VeraPDFException, IOException {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(bytes), PDFAFlavour.PDFA_2_A);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
      var offences = new TreeSet<String>();
      validator.validate(parser).getTestAssertions().stream()
          .filter(assertion -> assertion.getStatus() == Status.FAILED)
          .forEach(
              assertion ->
                  offences.add(assertion.getRuleId().getClause() + ": " + assertion.getMessage()));
      return List.copyOf(offences);
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
