package io.onhook.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import io.onhook.api.ApiFixture.Program;
import io.onhook.call.CheckedAnswer;
import io.onhook.call.SentAnswer;
import io.onhook.call.VoiceLine;
import io.onhook.cancellation.LineTrack;
import io.onhook.cancellation.MoneyTrack;
import io.onhook.portal.Samples;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an automated voice line is told to say. */
@SpringBootTest(classes = ApiFixture.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class VoiceLineApiTest {
  private static final String CODES = "/api/v1/voice-line/codes";
  private static final String STATUS = "/api/v1/voice-line/status";
  private static final String NAMES_ONE = "{\"reference\":\"" + Samples.REFERENCE.text() + "\"}";

  @Autowired private VoiceLine voice;
  @LocalServerPort private int port;

  @Test
  void saysTheSameWhetherThereIsSuchACase() throws Exception {
    when(voice.begin(any(), any(), any()))
        .thenReturn(new VoiceLine.Begun("c1", new SentAnswer.Sent(Samples.NOW)));
    HttpResponse<String> answer = Program.at(port).post(CODES, NAMES_ONE);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"outcome\":\"code-sent\"")
        .contains("\"call\":\"c1\"")
        .contains("If this case is with us");
    assertThat(Program.at(port).chinese().post(CODES, NAMES_ONE).body()).contains("七位数字");

    when(voice.begin(any(), any(), any()))
        .thenReturn(new VoiceLine.Begun("c1", new SentAnswer.Closed(Samples.NOW)));
    assertThat(Program.at(port).post(CODES, NAMES_ONE).body())
        .contains("\"outcome\":\"closed\"")
        .contains("\"call\":\"\"");
    when(voice.begin(any(), any(), any()))
        .thenReturn(new VoiceLine.Begun("c1", new SentAnswer.TooMany(Samples.NOW)));
    assertThat(Program.at(port).post(CODES, NAMES_ONE).body()).contains("too-many");
  }

  @Test
  void namesWhatIsWrongWithTheBodyAndAsksForAKeyOfItsOwn() throws Exception {
    assertThat(Program.at(port).post(CODES, "{\"reference\":\"12345\"}").body())
        .contains("reference.form");
    assertThat(Program.at(port).post(CODES, "{}").statusCode()).isEqualTo(422);
    assertThat(Program.at(port).post(STATUS, "{\"call\":\"c1\"}").body()).contains("digits");
    assertThat(Program.at(port).reviewer().post(CODES, NAMES_ONE).statusCode()).isEqualTo(403);
  }

  @Test
  void asksAgainAfterAWrongCodeAndEndsAfterTooMany() throws Exception {
    for (Map.Entry<String, CheckedAnswer> said :
        Map.<String, CheckedAnswer>of(
                "wrong", new CheckedAnswer.Wrong(2),
                "not-a-code", new CheckedAnswer.NotACode(),
                "expired", new CheckedAnswer.Stale(),
                "closed", new CheckedAnswer.Closed(Samples.NOW))
            .entrySet()) {
      when(voice.status(eq("c1"), eq("1234567"), any()))
          .thenReturn(new VoiceLine.StatusAnswer.NotChecked(said.getValue()));
      boolean again = said.getKey().equals("wrong") || said.getKey().equals("not-a-code");
      assertThat(enter(Program.at(port)).body())
          .contains("\"outcome\":\"" + said.getKey() + "\"")
          .contains("\"call\":\"" + (again ? "c1" : "") + "\"");
    }
    when(voice.status(any(), any(), any())).thenReturn(new VoiceLine.StatusAnswer.NoSuchCall());
    assertThat(enter(Program.at(port)).body()).contains("expired");
  }

  @ParameterizedTest
  @EnumSource
  void speaksEveryStateInBothLanguages(LineTrack line) throws Exception {
    for (MoneyTrack money : MoneyTrack.values()) {
      when(voice.status(any(), any(), any()))
          .thenReturn(new VoiceLine.StatusAnswer.Told(Samples.view(line, money)));
      assertThat(enter(Program.at(port)).body())
          .contains("\"outcome\":\"told\"")
          .doesNotContain("{0}")
          .doesNotContain(Samples.REFERENCE.text());
      assertThat(enter(Program.at(port).chinese()).body()).contains("。");
    }
  }

  private static HttpResponse<String> enter(Program program) throws Exception {
    return program.post(STATUS, "{\"call\":\"c1\",\"digits\":\"1234567\"}");
  }
}
