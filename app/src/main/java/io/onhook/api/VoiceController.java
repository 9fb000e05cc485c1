package io.onhook.api;

import io.onhook.access.ApiClient;
import io.onhook.call.CheckedAnswer;
import io.onhook.call.SentAnswer;
import io.onhook.call.VoiceLine;
import io.onhook.shared.CaseReference;
import io.onhook.shared.Language;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An automated voice line asks what to say next. Each answer can be spoken as it stands. */
@RestController
@Tag(name = "Voice line")
@RequestMapping(
    path = "/api/v1/voice-line",
    consumes = MediaType.APPLICATION_JSON_VALUE,
    produces = MediaType.APPLICATION_JSON_VALUE)
class VoiceController {
  private final VoiceLine voice;
  private final VoiceSpeech speech;
  private final Problems problems;

  VoiceController(VoiceLine voice, VoiceSpeech speech, Problems problems) {
    this.voice = voice;
    this.speech = speech;
    this.problems = problems;
  }

  @Operation(
      summary = "A caller names a case: a code goes to another contact",
      description =
          "Scope: voice:status. The same answer after the same time whether there is such a case"
              + " or not.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VoiceBody.class)))
  @PostMapping("/codes")
  ResponseEntity<Object> code(
      @RequestBody VoiceCodeRequest body,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    var fields = new RequestFields(problems, language);
    var reference = fields.needed("reference", body.reference(), CaseReference::typed);
    if (reference.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    VoiceLine.Begun begun = voice.begin(reference.get(), language, client.actor());
    return ResponseEntity.ok(
        switch (begun.sent()) {
          case SentAnswer.Sent sent ->
              new VoiceBody("code-sent", begun.call(), speech.say("code-sent", language));
          case SentAnswer.TooMany many ->
              new VoiceBody("too-many", "", speech.say("too-many", language));
          case SentAnswer.Closed closed ->
              new VoiceBody("closed", "", speech.say("closed", language));
        });
  }

  @Operation(
      summary = "The caller typed the digits: the state of the case, to be spoken",
      description =
          "Scope: voice:status. Three wrong codes close the check for a time, over all ways, and"
              + " all contacts of the account are told. A right code is good for one answer.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = VoiceBody.class)))
  @PostMapping("/status")
  ResponseEntity<Object> status(
      @RequestBody VoiceStatusRequest body,
      @AuthenticationPrincipal ApiClient client,
      HttpServletRequest http) {
    Language language = Reader.language(http);
    var fields = new RequestFields(problems, language);
    var call = fields.needed("call", body.call());
    var digits = fields.needed("digits", body.digits());
    if (call.isEmpty() || digits.isEmpty()) {
      return fields.problem().orElseThrow().answer(language);
    }
    return ResponseEntity.ok(
        switch (voice.status(call.get(), digits.get(), client.actor())) {
          case VoiceLine.StatusAnswer.Told(var it) ->
              new VoiceBody("told", "", speech.status(it, language));
          case VoiceLine.StatusAnswer.NoSuchCall none ->
              new VoiceBody("expired", "", speech.say("expired", language));
          case VoiceLine.StatusAnswer.NotChecked(var why) -> said(why, call.get(), language);
        });
  }

  private VoiceBody said(CheckedAnswer why, String call, Language language) {
    return switch (why) {
      case CheckedAnswer.Wrong(int left) ->
          new VoiceBody("wrong", call, speech.say("wrong", language, left));
      case CheckedAnswer.NotACode() ->
          new VoiceBody("not-a-code", call, speech.say("not-a-code", language));
      case CheckedAnswer.Stale() -> new VoiceBody("expired", "", speech.say("expired", language));
      case CheckedAnswer.Closed closed ->
          new VoiceBody("closed", "", speech.say("closed", language));
      case CheckedAnswer.OwnLine own -> throw new IllegalStateException("A program has no line");
      case CheckedAnswer.Checked checked -> throw new IllegalStateException("It was checked");
    };
  }
}
