package io.onhook.line;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part of a TMF632 v4 {@code Individual} or {@code Organization} that is read here. */
record TmfParty(
    @Nullable String id,
    @Nullable String fullName,
    @Nullable String tradingName,
    @Nullable String status,
    @Nullable String birthDate,
    @Nullable List<Identification> individualIdentification,
    @Nullable List<Identification> organizationIdentification,
    @Nullable List<Contact> contactMedium) {

  record Identification(@Nullable String identificationType, @Nullable String identificationId) {}

  record Contact(@Nullable String mediumType, @Nullable Medium characteristic) {}

  record Medium(@Nullable String emailAddress, @Nullable String phoneNumber) {}

  /** Neither name nor number nor contact. */
  @Override
  public String toString() {
    return "TmfParty[" + id + "]";
  }
}
