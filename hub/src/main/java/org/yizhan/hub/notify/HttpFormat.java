package org.yizhan.hub.notify;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.yizhan.hub.notice.Letter;

/** The same for channels that take an HTTP POST. */
sealed interface HttpFormat extends Format
    permits WeComFormat, DingTalkFormat, FeishuFormat, NtfyFormat, WebhookFormat {
  /** A request as it goes out. */
  record Request(URI url, String contentType, String body, Map<String, String> headers) {}

  /** What came back. */
  record Answer(int status, String body) {}

  Request request(Letter letter, Instant now);

  /** Whether the answer says that the message was taken: a status of 200 alone may not. */
  Outcome judge(Answer answer);
}
