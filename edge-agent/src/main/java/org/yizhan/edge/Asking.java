package org.yizhan.edge;

import java.nio.file.Path;
import java.util.Map;
import org.yizhan.edge.panel.AgentLine;
import org.yizhan.edge.panel.AnswerJson;
import org.yizhan.edge.panel.DeskRefusal;
import org.yizhan.edge.panel.Request;

/** Asks the running agent of a folder; its refusals become messages for the terminal. */
final class Asking {
  private Asking() {}

  /** The agent's answer as it came: one line of JSON that is no error. */
  static String ask(Path data, String command, Map<String, String> values) throws DeskRefusal {
    return AgentLine.ask(data, AnswerJson.request(command, values))
        .orElseThrow(
            () ->
                new DeskRefusal(
                    "No agent runs on the folder "
                        + data
                        + "; start it by 'station run --data "
                        + data
                        + "'."));
  }

  /** A flat answer's values; an answer that is an error is thrown. */
  static Request flat(String answer) throws DeskRefusal {
    Request read = Request.read(answer);
    if (read.has("error")) {
      throw new DeskRefusal(read.text("error"));
    }
    return read;
  }

  /** Throws when the answer, nested or not, is an error. */
  static String sound(String answer) throws DeskRefusal {
    if (answer.startsWith("{\"error\":")) {
      throw new DeskRefusal(Request.read(answer).text("error"));
    }
    return answer;
  }
}
