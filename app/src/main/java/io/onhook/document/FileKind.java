package io.onhook.document;

/** What is taken in. */
enum FileKind {
  JPEG,
  PNG,
  PDF
}
