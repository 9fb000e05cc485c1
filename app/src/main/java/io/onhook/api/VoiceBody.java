package io.onhook.api;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What the voice line says next.
 *
 * @param outcome {@code code-sent}, {@code told}, {@code wrong}, {@code not-a-code}, {@code
 *     expired}, {@code closed} or {@code too-many}: after {@code wrong} and {@code not-a-code} ask
 *     for the digits again, after the others the call about this case is over, but for {@code
 *     code-sent}
 * @param call to be sent along with the digits; empty where it is over
 * @param speech to be spoken as it stands, in the language of {@code Accept-Language}
 */
@Schema(name = "VoiceAnswer")
record VoiceBody(String outcome, String call, String speech) {}
