package io.onhook.certificate;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;

/** Dates our signatures: an RFC 3161 service over HTTP, asked once, for ten seconds at most. */
final class TimestampAuthority implements TSPSource {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int NONCE_BITS = 64;

  /** It was down, slow, or answered nonsense: there is no timestamp now. */
  static final class NoAnswer extends DSSException {
    NoAnswer(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private final URI address;
  private final SecureRandom random;
  private final transient HttpClient http =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  TimestampAuthority(URI address, SecureRandom random) {
    this.address = address;
    this.random = random;
  }

  @Override
  public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
    try {
      var generator = new TimeStampRequestGenerator();
      generator.setCertReq(true);
      TimeStampRequest question =
          generator.generate(
              new ASN1ObjectIdentifier(algorithm.getOid()),
              digest,
              new BigInteger(NONCE_BITS, random));
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(address)
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/timestamp-query")
                  .POST(BodyPublishers.ofByteArray(question.getEncoded()))
                  .build(),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("HTTP status " + answer.statusCode());
      }
      var response = new TimeStampResponse(answer.body());
      response.validate(question);
      if (response.getTimeStampToken() == null) {
        throw new IOException("refused: " + response.getStatusString());
      }
      return new TimestampBinary(response.getTimeStampToken().getEncoded());
    } catch (IOException | TSPException e) {
      throw new NoAnswer("The timestamp authority at " + address + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoAnswer("Stopped while waiting for the timestamp authority", e);
    }
  }
}
