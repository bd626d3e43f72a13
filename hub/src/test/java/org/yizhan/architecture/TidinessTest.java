package org.yizhan.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

class TidinessTest {
  private static final int FILE_LINES_MAX = 400;
  private static final int FUNCTION_LINES_MAX = 70;
  private static final Pattern UNFINISHED =
      Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled|Thread\\.sleep\\(|assertTrue\\(true\\)");

  @Test
  void no_file_outgrows_its_room() throws IOException {
    List<String> tooLong = new ArrayList<>();

    for (Path file : rooms()) {
      long lines = Sources.read(file).lines().count();
      if (lines > FILE_LINES_MAX) {
        tooLong.add(Sources.name(file) + ": " + lines);
      }
    }

    assertThat(tooLong).as("files of more than %d lines", FILE_LINES_MAX).isEmpty();
  }

  @Test
  void no_function_outgrows_the_eye() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> tooLong = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(Sources.java()));
      SourcePositions positions = Trees.instance(task).getSourcePositions();

      for (CompilationUnitTree unit : task.parse()) {
        collectLongFunctions(unit, positions, tooLong);
      }
    }

    assertThat(tooLong).as("functions of more than %d lines", FUNCTION_LINES_MAX).isEmpty();
  }

  private static void collectLongFunctions(
      CompilationUnitTree unit, SourcePositions positions, List<String> tooLong) {
    LineMap lines = unit.getLineMap();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void nothing) {
        if (method.getBody() != null) {
          long first = lines.getLineNumber(positions.getStartPosition(unit, method.getBody()));
          long last = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()) - 1);
          if (last - first + 1 > FUNCTION_LINES_MAX) {
            Path file = Path.of(unit.getSourceFile().toUri());
            tooLong.add(
                Sources.name(file) + " " + method.getName() + ": " + (last - first + 1) + " lines");
          }
        }
        return super.visitMethod(method, null);
      }
    }.scan(unit, null);
  }

  @Test
  void nothing_is_left_unfinished_or_asleep() {
    List<String> found = new ArrayList<>();

    for (Path file : Sources.java()) {
      if (file.endsWith("TidinessTest.java")) {
        continue;
      }
      int number = 0;
      for (String line : Sources.read(file).split("\n", -1)) {
        number++;
        if (UNFINISHED.matcher(line).find()) {
          found.add(Sources.name(file) + ":" + number + ": " + line.strip());
        }
      }
    }

    assertThat(found).isEmpty();
  }

  @Test
  void the_top_level_holds_only_what_people_were_promised() throws IOException {
    Set<String> found = new TreeSet<>();
    try (Stream<Path> top = Files.list(Sources.ROOT)) {
      top.map(path -> path.getFileName().toString()).forEach(found::add);
    }

    found.removeAll(
        Set.of(".git", ".github", ".ci", ".mvn", ".gitignore", ".gitattributes", "target"));
    assertThat(found)
        .containsExactly(
            "LICENSE", "README.md", "edge-agent", "firmware-config", "hub", "pom.xml", "yizhan");
  }

  @Test
  void every_package_says_what_it_is_for() {
    List<String> silent = new ArrayList<>();

    for (Path file : Sources.java()) {
      boolean product = Sources.name(file).contains("src/main");
      Path info = file.resolveSibling("package-info.java");
      if (product && (!Files.exists(info) || !Sources.read(info).contains("/**"))) {
        silent.add(Sources.name(info));
      }
    }

    assertThat(silent).as("packages without an explanation in package-info.java").isEmpty();
  }

  private static List<Path> rooms() throws IOException {
    List<Path> rooms = new ArrayList<>(Sources.java());
    for (String folder : List.of("hub/src/main/jte", "hub/src/main/resources/web")) {
      Path path = Sources.ROOT.resolve(folder);
      if (Files.isDirectory(path)) {
        try (Stream<Path> files = Files.walk(path)) {
          files.filter(file -> file.toString().matches(".*\\.(jte|css|js)")).forEach(rooms::add);
        }
      }
    }
    return rooms;
  }
}
