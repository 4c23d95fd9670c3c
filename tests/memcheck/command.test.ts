import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandFolder } from "./command-folder.ts";

const { folder, run, runAlone } = commandFolder();

test("arguments, input and output are the program's; its exit code is said, and is no success", () => {
  const text = `
#include <stdio.h>
int main(int argc, char **argv) {
  char line[32];
  while (fgets(line, sizeof line, stdin)) printf("read %s", line);
  for (int i = 1; i < argc; i++) printf("argument %s\\n", argv[i]);
  fprintf(stderr, "to the other side\\n");
  return 3;
}`;
  const ran = runAlone({ "echo.c": text }, ["echo.c", "--", "one", "--two"], "a line\n");
  expect(ran.stdout).toBe("read a line\nargument one\nargument --two\n");
  expect(ran.stderr).toContain("to the other side\n");
  expect(ran.stderr).toContain("ended with exit code 3");
  expect(ran.status).toBe(1);
});

test("several files, an include folder and a macro make one program", async () => {
  const files = {
    "part.h": "int twice(int);\n",
    "part.c": '#include "part.h"\nint twice(int n) { return n * FACTOR; }\n',
    "whole.c": "#include <part.h>\nint main(void) { return twice(21) - 42; }\n",
  };
  const ran = await run(files, ["whole.c", "part.c", "-I", ".", "-D", "FACTOR=2"]);
  expect(ran.stderr).toContain("0 faults");
  expect(ran.status).toBe(0);
});

test("a header of a folder above is found, and is another than the one of that name here", async () => {
  mkdirSync(path.join(folder(), "inner"), { recursive: true });
  const files = {
    "size.h": "#define SIZE 21\n",
    "inner/size.h": "#define MORE 2\n",
    "inner/whole.c":
      '#include "../size.h"\n#include "size.h"\n#include <../inner/size.h>\nint main(void) { return MORE * SIZE - 42; }\n',
  };
  const ran = await run(files, ["inner/whole.c", "-I", "inner"]);
  expect(ran.stderr).toContain("0 faults");
  expect(ran.status).toBe(0);
});

test("a header may be named by a macro, of the text or of the command line", async () => {
  const files = {
    "one.h": "#define ONE 1\n",
    "two.h": "#define TWO 2\n",
    "named.c": '#define FIRST "one.h"\n#include FIRST\n#include SECOND\nint main(void) { return TWO - ONE - ONE; }\n',
  };
  const ran = await run(files, ["named.c", "-D", 'SECOND="two.h"']);
  expect(ran.stderr).toContain("0 faults");
  expect(ran.status).toBe(0);
});

test("a file whose functions need no frame is followed into the C library too", async () => {
  const files = {
    "stop.c": "#include <stdlib.h>\nvoid stop(void) { exit(0); }\n",
    "whole.c": "void stop(void);\nint main(void) { stop(); }\n",
  };
  const ran = await run(files, ["whole.c", "stop.c"]);
  expect(ran.stderr).toContain("0 faults");
  expect(ran.status).toBe(0);
});

test("a compile error is clang's own text, by the file's own name, and exit code 2", async () => {
  const ran = await run({ "broken.c": "int main(void) {\n  return missing;\n}\n" }, ["broken.c"]);
  expect(ran.stderr).toMatch(/^broken\.c:2:10: error: use of undeclared identifier 'missing'/);
  expect(ran.status).toBe(2);
});

test("a function that is nowhere is the linker's to report", async () => {
  const ran = await run({ "half.c": "int nowhere(void);\nint main(void) { return nowhere(); }\n" }, ["half.c"]);
  expect(ran.stderr).toContain("undefined symbol: nowhere");
  expect(ran.status).toBe(2);
});

test("a file that is not there is one line and exit code 2", () => {
  const ran = runAlone({}, ["absent.c"]);
  expect(ran.stderr).toBe("absent.c could not be read: there is no such file\n");
  expect(ran.status).toBe(2);
});

test.each([
  ["a folder", ["."], ". is a folder: name the C files in it, as in ./main.c"],
  ["no C file", ["notes.md"], "notes.md is no C file: the name of one ends in .c"],
  ["no main", ["part.c"], "there is no main function in part.c: memcheck runs a whole program"],
  ["a count that is none", ["part.c", "--fail-malloc", "-1"], 'the n-th; got "-1"'],
  ["an empty count", ["part.c", "--fail-malloc", ""], 'the n-th; got ""'],
  ["an endless limit", ["part.c", "--time-limit", "Infinity"], 'up to a day, got "Infinity"'],
  ["an include that is missing", ["without.c"], "without.c:1:10: fatal error: 'nowhere.h' file not found"],
  ["a macro without a name", ["part.c", "-D", "=1"], "macro name must be an identifier"],
  ["no value", ["part.c", "-D"], "option '-D, --define <name[=value]>' argument missing"],
  ["no file", [], "missing required argument 'file.c'"],
])("%s: a sentence, and exit code 2", async (_, parameters, sentence) => {
  const files = {
    "notes.md": "# Notes\n",
    "part.c": "int part(void) { return 1; }\n",
    "without.c": '#include "nowhere.h"\nint main(void) { return 0; }\n',
  };
  const ran = await run(files, parameters);
  expect(ran.stderr).toContain(sentence);
  expect(ran.stdout).toBe("");
  expect(ran.status).toBe(2);
});

test.each([
  [
    "for the compiler",
    `int main(void) {\n  return ${"(".repeat(60_000)}0${")".repeat(60_000)};\n}\n`,
    /too-much\.c is more than/,
  ],
  ["for the assembler", "static int grid[20000][20000];\nint main(void) { return grid[1][2]; }\n", /take 1527 MiB/],
  [
    "for the linker",
    "static char room[262000000];\nint main(void) { return room[1]; }\n",
    /take 25\d MiB, and .* 256 MiB/,
  ],
])("what is too much %s is one sentence, and exit code 2", async (_, text, sentence) => {
  const ran = await run({ "too-much.c": text }, ["too-much.c"]);
  expect(ran.stderr).toMatch(sentence);
  expect(ran.stderr.trim().split("\n")).toHaveLength(1);
  expect(ran.status).toBe(2);
});

test("much output comes out whole, whoever reads it", () => {
  const text =
    '#include <stdio.h>\nint main(void) {\n  for (int i = 0; i < 50000; i++) puts("a line of text");\n  return 0;\n}\n';
  const ran = runAlone({ "much.c": text }, ["much.c"]);
  expect(ran.stdout).toBe("a line of text\n".repeat(50000));
  expect(ran.status).toBe(0);
});

test("exit ends the program with its code, and what it printed is not lost", async () => {
  const text = '#include <stdio.h>\n#include <stdlib.h>\nint main(void) {\n  printf("going");\n  exit(3);\n}\n';
  const ran = await run({ "exits.c": text }, ["exits.c"]);
  expect(ran.stdout).toBe("going");
  expect(ran.stderr).toContain("The program ended with exit code 3.");
  expect(ran.status).toBe(1);
});

test("a fault is shown with its line and a mark below the column", async () => {
  const text =
    "#include <stdlib.h>\nint main(void) {\n\tint *p = malloc(8);\n\tp[2] = 1;\n\tfree(p);\n\treturn 0;\n}\n";
  const ran = await run({ "mark.c": text }, ["mark.c"]);
  expect(ran.stderr).toContain("FFI005 out-of-bounds:");
  expect(ran.stderr).toContain("  --> mark.c:4:7 in main\n  4 | \tp[2] = 1;\n    | \t     ^\n");
  expect(ran.status).toBe(1);
});

test("--json prints one object: the report of every run, with code locations of C only", async () => {
  const text =
    '#include <stdio.h>\n#include <stdlib.h>\nint main(void) {\n  puts("hello");\n  malloc(5);\n  return 0;\n}\n';
  const ran = await run({ "json.c": text }, ["json.c", "--json"]);
  expect(JSON.parse(ran.stdout)).toMatchObject({
    status: "completed",
    exitCode: 0,
    console: [{ level: "log", text: "hello" }],
    faults: [
      {
        code: "FFI002",
        name: "leak",
        typescript: null,
        c: { file: "json.c", line: 5, function: "main" },
        block: { bytes: 5, owner: "c", state: "leaked" },
      },
    ],
    heap: {
      liveBlocks: 1,
      leakedBlocks: 1,
      leakedBytes: 5,
      heldBlocks: 0,
      heldBytes: 0,
      leaksJudged: true,
      peakBytes: 5,
    },
    reachable: { blocks: 0, bytes: 0 },
    calls: 0,
    bytesCopied: 0,
    error: null,
  });
  expect(ran.status).toBe(1);
});

test("what a global still holds is counted apart, and is no fault", async () => {
  const text = "#include <stdlib.h>\nint *kept;\nint main(void) {\n  kept = malloc(12);\n  return 0;\n}\n";
  const ran = await run({ "kept.c": text }, ["kept.c"]);
  expect(ran.stderr).toContain("0 faults, 0 blocks lost (0 bytes), 1 block still reachable at the end (12 bytes)");
  expect(ran.status).toBe(0);
});

test("an endless program is stopped, and what it printed until then stays", () => {
  const text = '#include <stdio.h>\nint main(void) {\n  puts("begun");\n  fflush(stdout);\n  for (;;) {}\n}\n';
  const ran = runAlone({ "endless.c": text }, ["endless.c", "--time-limit", "1"]);
  expect(ran.stdout).toBe("begun\n");
  expect(ran.stderr).toContain("Stopped at its time limit");
  expect(ran.status).toBe(1);
});

test("a program that did not come to its end: what it still held, and no word of leaks", async () => {
  const text = "#include <stdlib.h>\nint main(void) {\n  char *p = malloc(7);\n  p[0] = 1;\n  abort();\n}\n";
  const ran = await run({ "early.c": text }, ["early.c"]);
  expect(ran.stderr).toContain(
    "0 faults, leaks not judged, as the program did not reach its end, 1 block still held (7 bytes), peak 7 bytes",
  );
  expect(ran.stderr).not.toContain("lost");
  const report = JSON.parse((await run({}, ["early.c", "--json"])).stdout) as object;
  expect(report).toMatchObject({ heap: { leakedBlocks: 0, heldBlocks: 1, heldBytes: 7, leaksJudged: false } });
  expect(ran.status).toBe(1);
});

test("abort ends the program early, and says so", async () => {
  const text =
    "#include <assert.h>\nint main(int argc, char **argv) {\n  (void)argv;\n  assert(argc > 5);\n  return 0;\n}\n";
  const ran = await run({ "abort.c": text }, ["abort.c"]);
  expect(ran.stderr).toContain("Assertion failed: argc > 5 (abort.c: main: 4)");
  expect(ran.stderr).toContain("the program called abort");
  expect(ran.status).toBe(1);
});

test("--fail-malloc lets one allocation of the program fail, or all", async () => {
  const text = `
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char **argv) {
  char *one = malloc(4), *two = calloc(1, 4), *three = malloc(4);
  printf("%s %d %d%d%d\\n", argv[1], argc, one != NULL, two != NULL, three != NULL);
  free(one);
  free(two);
  free(three);
  return 0;
}`;
  const second = await run({ "fail.c": text }, ["fail.c", "--fail-malloc", "2", "--", "given"]);
  expect(second.stdout).toBe("given 2 101\n");
  expect(second.status).toBe(0);
  expect((await run({}, ["fail.c", "--fail-malloc", "0", "--", "given"])).stdout).toBe("given 2 000\n");
  expect((await run({}, ["fail.c", "--fail-malloc", "one"])).status).toBe(2);
});

test("a program reads the files that are there; what it writes stays with it", async () => {
  const text = `
#include <stdio.h>
int main(void) {
  char line[32];
  FILE *file = fopen("there.txt", "r");
  if (file == NULL || fgets(line, sizeof line, file) == NULL) return 2;
  fputs(line, stdout);
  fclose(file);
  file = fopen("new.txt", "w+");
  if (file == NULL) return 3;
  fputs("written", file);
  rewind(file);
  if (fgets(line, sizeof line, file) == NULL) return 4;
  puts(line);
  fclose(file);
  return 0;
}`;
  const ran = await run({ "files.c": text, "there.txt": "from the folder\n" }, ["files.c"]);
  expect(ran.stdout).toBe("from the folder\nwritten\n");
  expect(ran.status).toBe(0);
  expect(existsSync(path.join(folder(), "new.txt"))).toBe(false);
});

test("longjmp leaves frames behind, and nobody is accused of them", async () => {
  const text = `
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
static jmp_buf back;
static void dive(int depth) {
  char room[64];
  memset(room, depth, sizeof room);
  if (depth == 8) longjmp(back, room[0]);
  dive(depth + 1);
}
static int fill(void) {
  char room[1024];
  memset(room, 1, sizeof room);
  return room[1023];
}
int main(void) {
  int came = setjmp(back);
  if (came == 0) dive(0);
  printf("%d %d\\n", came, fill());
  return 0;
}`;
  const ran = await run({ "jump.c": text }, ["jump.c"]);
  expect(ran.stdout).toBe("8 1\n");
  expect(ran.stderr).toContain("0 faults");
  expect(ran.status).toBe(0);
});

test("what a function's local variables point at is not lost when the program ends by exit", async () => {
  const text = `
#include <stdlib.h>
static void leave(char **held) { exit(held[0] == NULL); }
int main(void) {
  char *held[4];
  for (int i = 0; i < 4; i++) held[i] = malloc(8);
  leave(held);
}`;
  const ran = await run({ "leave.c": text }, ["leave.c"]);
  expect(ran.stderr).toContain("0 faults, 0 blocks lost (0 bytes), 4 blocks still reachable at the end (32 bytes)");
  expect(ran.status).toBe(0);
});

test("temporary files are the program's own, and there is no command processor", async () => {
  const text = `
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
int main(void) {
  char name[L_tmpnam];
  if (tmpnam(name) == NULL) return 1;
  FILE *named = fopen(name, "w");
  if (named == NULL) return 2;
  fputs("named\\n", named);
  fclose(named);
  printf("%d %d\\n", strcmp(tmpnam(NULL), name) != 0, remove(name));
  FILE *file = tmpfile();
  if (file == NULL) return 3;
  fprintf(file, "%d %s\\n", 42, "text");
  rewind(file);
  char line[32];
  if (fgets(line, sizeof line, file) != NULL) fputs(line, stdout);
  fclose(file);
  printf("%d %d\\n", system(NULL), system("ls"));
  return 0;
}`;
  const ran = await run({ "temporary.c": text }, ["temporary.c"]);
  expect(ran.stdout).toBe("1 0\n42 text\n0 -1\n");
  expect(ran.stderr).toContain("\n0 faults");
  // A program may have its own.
  const own = 'int system(const char *text) { return text[0]; }\nint main(void) { return system(""); }\n';
  expect((await run({ "own.c": own }, ["own.c"])).status).toBe(0);
});

test("the help of a leak names what releases that", async () => {
  const text = `
#include <dirent.h>
#include <regex.h>
#include <stddef.h>
int main(void) {
  regex_t pattern;
  if (opendir(".") == NULL) return 1;
  return regcomp(&pattern, "a+", 0);
}`;
  const ran = await run({ "leak.c": text }, ["leak.c"]);
  expect(ran.stderr).toContain("Release it with `closedir`");
  expect(ran.stderr).toContain("Release it with `regfree`");
  expect(ran.stderr).toContain("\n2 faults");
});
