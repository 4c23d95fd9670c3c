import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandFolder } from "./command-folder.ts";

const { folder, run } = commandFolder();

/** A program of statements, after which `check` prints what a call has come to. */
const program = (statements: string): string => `
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
static void check(const char *what, int result) { printf("%s %s\\n", what, result == 0 ? "done" : strerror(errno)); }
static void show(const char *name) {
  char line[64];
  FILE *file = fopen(name, "r");
  if (file == NULL || fgets(line, sizeof line, file) == NULL) printf("%s: %s\\n", name, strerror(errno));
  else printf("%s: %s\\n", name, line);
  if (file != NULL) fclose(file);
}
static void list(const char *name) {
  DIR *folder = opendir(name);
  if (folder == NULL) exit(9);
  for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
    if (entry->d_name[0] == '.') continue;
    printf("%s%s ", entry->d_name, entry->d_type == DT_DIR ? "/" : entry->d_type == DT_REG ? "" : "?");
  }
  closedir(folder);
  puts("");
}
int main(void) {
  check("", 0), (void)show, (void)list;
  ${statements}
  return 0;
}`;

test("a path is what it is natively: of the working folder, of one above, or whole", async () => {
  mkdirSync(path.join(folder(), "data"));
  const text = program(`
  char here[4096];
  printf("%d\\n", getcwd(here, sizeof here) != NULL);
  puts(here);
  show("one.txt");
  show("./data/two.txt");
  show("data/../one.txt");
  show("data//.././data/two.txt");
  strcat(here, "/one.txt");
  show(here);
  check("chdir", chdir("data"));
  show("two.txt");
  show("../one.txt");
  check("back", chdir(".."));
  check("absent", chdir("absent"));
  check("file", chdir("one.txt"));
  check("nothing", chdir(""));
  char *made = getcwd(NULL, 0);
  puts(made);
  free(made);
  printf("%d\\n", getcwd(here, 1) == NULL && errno == ERANGE);
  made = realpath("data/../one.txt", NULL);
  puts(made);
  free(made);`);
  const ran = await run({ "paths.c": text, "one.txt": "one", "data/two.txt": "two" }, ["paths.c"]);
  expect(ran.stdout.split("\n").slice(1)).toEqual([
    "1",
    folder(),
    "one.txt: one",
    "./data/two.txt: two",
    "data/../one.txt: one",
    "data//.././data/two.txt: two",
    `${folder()}/one.txt: one`,
    "chdir done",
    "two.txt: two",
    "../one.txt: one",
    "back done",
    "absent No such file or directory",
    "file Not a directory",
    "nothing No such file or directory",
    folder(),
    "1",
    `${folder()}/one.txt`,
    "",
  ]);
  expect(ran.stderr).toContain("0 faults, 0 blocks lost (0 bytes), 0 blocks still reachable at the end (0 bytes)");
});

test("a folder is listed with what the program has made of it, and this machine's stays as it was", async () => {
  const text = program(`
  list("list");
  check("remove", remove("list/b.txt"));
  check("rename", rename("list/a.txt", "list/z.txt"));
  FILE *file = fopen("list/new.txt", "w");
  fputs("new", file);
  fclose(file);
  check("mkdir", mkdir("list/made", 0777));
  check("again", mkdir("list/made", 0777));
  check("rmdir", rmdir("list"));
  check("open", open("list", O_WRONLY) < 0);
  check("readable", access("list/z.txt", R_OK | W_OK));
  check("absent", access("list/a.txt", R_OK));
  list("list");
  list("list/made");
  show("list/z.txt");
  struct stat kind;
  printf("%d %d\\n", lstat("list/link", &kind), S_ISLNK(kind.st_mode));
  printf("%d %ld\\n", stat("list/link", &kind), (long)kind.st_size);
  char to[64] = "";
  printf("%zd %s\\n", readlink("list/link", to, sizeof to - 1), to);
  DIR *all = opendir("list");
  for (struct dirent *entry; (entry = readdir(all)) != NULL;) {
    char name[300];
    snprintf(name, sizeof name, "list/%s", entry->d_name);
    if (entry->d_name[0] != '.') remove(name);
  }
  rewinddir(all);
  int left = 0;
  while (readdir(all) != NULL) left++;
  printf("%d\\n", left);
  closedir(all);
  check("rmdir", rmdir("list"));`);
  const files = { "lists.c": text, "list/a.txt": "a", "list/b.txt": "b", "list/inner/c.txt": "c" };
  mkdirSync(path.join(folder(), "list"));
  symlinkSync("inner/c.txt", path.join(folder(), "list/link"));
  const ran = await run(files, ["lists.c"]);
  const lines = ran.stdout.split("\n").slice(1);
  const sorted = (line: string | undefined) => line?.trim().split(" ").sort();
  expect(sorted(lines[0])).toEqual(["a.txt", "b.txt", "inner/", "link?"]);
  expect(lines.slice(1, 9)).toEqual([
    "remove done",
    "rename done",
    "mkdir done",
    "again File exists",
    "rmdir Directory not empty",
    "open Is a directory",
    "readable done",
    "absent No such file or directory",
  ]);
  expect(sorted(lines[9])).toEqual(["inner/", "link?", "made/", "new.txt", "z.txt"]);
  expect(lines.slice(10)).toEqual([
    "",
    "list/z.txt: a",
    "0 1",
    "0 1",
    "11 inner/c.txt",
    // The folder inside it has a file, and cannot be removed.
    "3",
    "rmdir Directory not empty",
    "",
  ]);
  expect(ran.stderr).toContain("\n0 faults, 0 blocks lost (0 bytes), 0 blocks still reachable");
  expect(readdirSync(path.join(folder(), "list")).sort()).toEqual(["a.txt", "b.txt", "inner", "link"]);
  expect(readFileSync(path.join(folder(), "list/a.txt"), "utf8")).toBe("a");
});

test("the devices that every Unix has are there", async () => {
  const text = program(`
  char bytes[64];
  memset(bytes, 7, sizeof bytes);
  FILE *device = fopen("/dev/null", "r+");
  printf("null %zu %d\\n", fread(bytes, 1, 8, device), fputs("gone", device) >= 0 && fclose(device) == 0);
  device = fopen("/dev/zero", "r");
  printf("zero %zu %d\\n", fread(bytes, 1, 8, device), bytes[0] + bytes[7]);
  fclose(device);
  device = fopen("/dev/urandom", "r");
  memset(bytes, 0, sizeof bytes);
  int some = fread(bytes, 1, 64, device) == 64;
  for (int i = 0, zeros = 0; i < 64; i++) some = some && (zeros += bytes[i] == 0) < 32;
  printf("urandom %d\\n", some);
  fclose(device);
  device = fopen("/dev/full", "w");
  fputs("text", device);
  check("full", fclose(device));
  device = fopen("/dev/stdin", "r");
  printf("stdin %s", fgets(bytes, sizeof bytes, device));
  fclose(device);
  fflush(stdout);
  device = fopen("/dev/stdout", "w");
  fputs("stdout\\n", device);
  fclose(device);
  device = fopen("/dev/stderr", "w");
  fputs("to stderr\\n", device);
  fclose(device);
  printf("%d\\n", isatty(open("/dev/null", O_RDONLY)) + isatty(STDIN_FILENO));`);
  const ran = await run({ "devices.c": text }, ["devices.c"], "typed\n");
  expect(ran.stdout.split("\n").slice(1)).toEqual([
    "null 0 1",
    "zero 8 0",
    "urandom 1",
    "full No space left on device",
    "stdin typed",
    "stdout",
    "0",
    "",
  ]);
  expect(ran.stderr).toContain("to stderr\n");
  expect(ran.stderr).toContain("\n0 faults");
});

test("the lowest free descriptor is taken, so what was closed can be replaced", async () => {
  const text = program(`
  int one = open("numbers.txt", O_RDWR | O_CREAT, 0666), two = open("numbers.c", O_RDONLY);
  close(one);
  printf("%d %d %d\\n", one, two, open("numbers.c", O_RDONLY));
  fflush(stdout);
  close(1);
  open("numbers.txt", O_WRONLY | O_CREAT, 0666);
  puts("into the file");
  fflush(stdout);
  FILE *file = fopen("numbers.txt", "r");
  char line[32];
  fputs(fgets(line, sizeof line, file), stderr);
  fclose(file);`);
  const ran = await run({ "numbers.c": text }, ["numbers.c"]);
  expect(ran.stdout).toBe(" done\n3 4 3\n");
  expect(ran.stderr).toContain("into the file\n");
  expect(existsSync(path.join(folder(), "numbers.txt"))).toBe(false);
});

test("the environment is that of the command, and nobody's block", async () => {
  const text = program('printf("%d", getenv("PATH") != NULL);\n  setenv("OWN", "set", 1);\n  puts(getenv("OWN"));');
  const ran = await run({ "environment.c": text }, ["environment.c"]);
  expect(ran.stdout).toBe(" done\n1set\n");
  expect(ran.stderr).toContain("0 faults, 0 blocks lost (0 bytes), 0 blocks still reachable at the end (0 bytes)");
});
