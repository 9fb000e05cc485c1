package io.onhook.document;

/** One page as it is kept: a plain JPEG with nothing in it but what is seen. */
record Picture(byte[] jpeg) {
  /** Never the content. */
  @Override
  public String toString() {
    return "Picture[" + jpeg.length + " bytes]";
  }
}
