package io.onhook.notice;

import static io.onhook.engine.CaseProcess.process;

import io.onhook.engine.CaseProcess;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Telling a person something, top to bottom: the first way, then up to two others, each until it
 * went or is given up. The case of its own never holds up the case that started it.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSettings.class)
class NoticeProcess {
  static final CaseProcess<NoticeCase> NOTICE =
      process("notice", 2, NoticeCase.class)
          .step("send", SendNotice.class) // and notes at once what became of it
          .step("send-otherwise", SendNotice.class)
          .step("send-at-last", SendNotice.class)
          .build();

  /** Notices that were begun before noting was a part of sending. */
  static final CaseProcess<NoticeCase> BEFORE =
      process("notice", 1, NoticeCase.class)
          .step("send", SendNotice.class)
          .step("send-otherwise", SendNotice.class)
          .step("send-at-last", SendNotice.class)
          .step("note-delivery", NoteDelivery.class)
          .build();

  @Bean
  CaseProcess<NoticeCase> notice() {
    return NOTICE;
  }

  @Bean
  CaseProcess<NoticeCase> noticeBefore() {
    return BEFORE;
  }
}
