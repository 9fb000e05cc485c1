package io.onhook.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Keys for the sandbox and for tests, made at the first start: a certificate authority of its own,
 * a signing key under it, and a master key. All carry a mark by which a real start refuses them.
 */
public final class SandboxKeys {
  /** Stands in the subjects of the certificates and in the master key's file. */
  static final String MARK = "Onhook sandbox";

  // The sandbox's clock is moved about: what it signs in the "past" must be under a valid key too.
  private static final Duration BEFORE = Duration.ofDays(3 * 365);
  private static final Duration AFTER = Duration.ofDays(20 * 365);

  private final SecureRandom random;
  private final Instant now;

  private SandboxKeys(SecureRandom random, Instant now) {
    this.random = random;
    this.now = now;
  }

  /**
   * The keys in this folder, made if it does not exist: readable by the owner alone. Two processes
   * that start at once end up with the same keys.
   */
  public static KeyFiles in(Path folder, SecureRandom random, Instant now) {
    if (!Files.exists(folder)) {
      try {
        new SandboxKeys(random, now).make(folder);
      } catch (IOException e) {
        throw new UncheckedIOException("The sandbox's keys can't be written to " + folder, e);
      } catch (GeneralSecurityException | OperatorCreationException e) {
        throw new IllegalStateException("The sandbox's keys can't be made", e);
      }
    }
    return files(folder);
  }

  private static KeyFiles files(Path folder) {
    return new KeyFiles(
        folder.resolve("signing.p12"),
        folder.resolve("signing.password"),
        folder.resolve("master.key"));
  }

  private void make(Path folder)
      throws IOException, GeneralSecurityException, OperatorCreationException {
    Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
    Path draft = Files.createTempDirectory(parent, ".keys");
    KeyFiles files = files(draft);
    String password = text(24);
    KeyStore store = keystore(password.toCharArray());
    try (OutputStream out = Files.newOutputStream(ownersOnly(files.keystore()))) {
      store.store(out, password.toCharArray());
    }
    Files.writeString(ownersOnly(files.keystorePassword()), password + "\n");
    Files.writeString(
        ownersOnly(files.masterKey()),
        MasterKey.SANDBOX_MARK + "\n" + text(MasterKey.BYTES) + "\n");
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
      // Another process was first; its keys are the keys.
      for (Path file :
          new Path[] {files.keystore(), files.keystorePassword(), files.masterKey(), draft}) {
        Files.delete(file);
      }
    }
  }

  private KeyStore keystore(char[] password)
      throws GeneralSecurityException, OperatorCreationException, IOException {
    KeyPair authority = pair();
    KeyPair signing = pair();
    var authorityName = new X500Principal("CN=" + MARK + " CA, O=" + MARK);
    X509Certificate root = certificate(authority, authorityName, authority, authorityName, true);
    X509Certificate leaf =
        certificate(
            signing,
            new X500Principal("CN=" + MARK + ", O=" + MARK),
            authority,
            authorityName,
            false);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry("signing", signing.getPrivate(), password, new Certificate[] {leaf, root});
    return store;
  }

  private X509Certificate certificate(
      KeyPair subject,
      X500Principal name,
      KeyPair issuer,
      X500Principal issuerName,
      boolean authority)
      throws GeneralSecurityException, OperatorCreationException, CertIOException {
    var extensions = new JcaX509ExtensionUtils();
    var builder =
        new JcaX509v3CertificateBuilder(
            issuerName,
            new BigInteger(127, random).setBit(126),
            Date.from(now.minus(BEFORE)),
            Date.from(now.plus(AFTER)),
            name,
            subject.getPublic());
    builder
        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authority))
        .addExtension(
            Extension.keyUsage,
            true,
            new KeyUsage(
                authority
                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
        .addExtension(
            Extension.subjectKeyIdentifier,
            false,
            extensions.createSubjectKeyIdentifier(subject.getPublic()))
        .addExtension(
            Extension.authorityKeyIdentifier,
            false,
            extensions.createAuthorityKeyIdentifier(issuer.getPublic()));
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(
                new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
  }

  private KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    return generator.generateKeyPair();
  }

  private String text(int bytes) {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    return Base64.getEncoder().encodeToString(content);
  }

  private static Path ownersOnly(Path file) throws IOException {
    return Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
  }
}
