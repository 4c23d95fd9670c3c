import { expect, test } from "vitest";
import { commandFolder } from "./command-folder.ts";

const { run } = commandFolder();

const program = (statements: string, before = ""): string => `
#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
${before}
int main(void) {
  ${statements}
  return 0;
}
`;

test("temporary files are made by every name for them, and a name without its X is refused", async () => {
  const text = program(`
  char name[] = "/tmp/exampleXXXXXX", folder[] = "folderXXXXXX", wrong[] = "example", with[] = "aXXXXXX.txt";
  int file = mkstemp(name);
  printf("%d %d %zd\\n", file, access(name, F_OK), write(file, "text", 4));
  printf("%d %d\\n", mkdtemp(folder) == folder, access(folder, F_OK));
  printf("%d %s\\n", mkstemp(wrong), strerror(errno));
  printf("%d %s\\n", mkstemps(with, 4) > file, with + 7);
  char *made = tempnam(NULL, "one");
  printf("%.8s %d\\n", made, access(made, F_OK));
  free(made);`);
  const ran = await run({ "temporary.c": text }, ["temporary.c"]);
  expect(ran.stdout).toBe("3 0 4\n1 0\n-1 Invalid argument\n1 .txt\n/tmp/one -1\n");
  expect(ran.stderr).toContain("\n0 faults, 0 blocks lost (0 bytes), 0 blocks still reachable at the end (0 bytes)");
});

test("standard output goes to a file and comes back: dup, dup2, and what fstat and chmod say", async () => {
  const text = program(`
  int file = open("out.txt", O_RDWR | O_CREAT, 0644), kept = dup(STDOUT_FILENO);
  dup2(file, STDOUT_FILENO);
  puts("to the file");
  fflush(stdout);
  dup2(kept, STDOUT_FILENO);
  char text[32] = "";
  lseek(file, 0, SEEK_SET);
  read(file, text, sizeof text - 1);
  printf("%s%d %d\\n", text, dup(99), errno == EBADF);
  struct stat found;
  printf("%d %o %ld\\n", fstat(file, &found), (unsigned)found.st_mode, (long)found.st_size);
  printf("%d %o\\n", stat("modes.c", &found), (unsigned)found.st_mode & 0600);
  printf("%d %d %d\\n", chmod("out.txt", 0600), fchmod(file, 0600), chmod("absent", 0600));
  printf("%o %o\\n", (unsigned)umask(077), (unsigned)umask(0));`);
  const ran = await run({ "modes.c": text }, ["modes.c"]);
  expect(ran.stdout).toBe("to the file\n-1 1\n0 100644 12\n0 600\n0 0 -1\n22 77\n");
  expect(ran.stderr).toContain("\n0 faults");
});

test("a process cannot be made, and the program is told so where it asks", async () => {
  const text = program(`
  int status = 0, ends[2];
  printf("%d %s\\n", fork(), strerror(errno));
  printf("%d %d %d\\n", popen("ls", "r") == NULL, pipe(ends), execlp("ls", "ls", "-l", NULL));
  printf("%d %s\\n", waitpid(-1, &status, WNOHANG), strerror(errno));
  printf("%d %d\\n", getppid() > 0, WIFEXITED(status));`);
  const ran = await run({ "processes.c": text }, ["processes.c"]);
  expect(ran.stdout).toBe("-1 Function not implemented\n1 -1 -1\n-1 No child process\n1 1\n");
  expect(ran.stderr).toContain("\n0 faults");
});

test("signals that a program sends to itself are handled, blocked and awaited", async () => {
  const text = program(
    `
  struct sigaction action = {.sa_sigaction = informed, .sa_flags = SA_SIGINFO};
  sigemptyset(&action.sa_mask);
  signal(SIGINT, simple);
  printf("%d %d\\n", raise(SIGINT), (int)last);
  printf("%d\\n", sigaction(SIGUSR1, &action, NULL));
  printf("%d %d\\n", kill(getpid(), SIGUSR1), (int)last);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigprocmask(SIG_BLOCK, &set, NULL);
  raise(SIGINT);
  printf("%d\\n", (int)last);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  printf("%d\\n", (int)last);
  signal(SIGALRM, simple);
  alarm(1);
  printf("%d %d\\n", pause(), (int)last);
  sigjmp_buf place;
  if (sigsetjmp(place, 1) == 0) siglongjmp(place, 1);
  signal(SIGTERM, SIG_IGN);
  raise(SIGTERM);
  fflush(stdout);
  raise(SIGHUP);`,
    `
static volatile sig_atomic_t last;
static void simple(int number) { last = number; }
static void informed(int number, siginfo_t *info, void *context) { last = context == NULL ? number * 100 + info->si_signo : 0; }`,
  );
  const ran = await run({ "signals.c": text }, ["signals.c"]);
  expect(ran.stdout).toBe("0 2\n0\n0 1010\n1010\n2\n-1 14\n");
  expect(ran.stderr).toContain("Ended by a signal: Hangup\n");
  expect(ran.stderr).toContain("\n0 faults");
  expect(ran.status).toBe(1);
});

test("the user, the machine, limits and clocks can be asked for", async () => {
  const text = program(`
  struct passwd *user = getpwuid(getuid());
  char host[256];
  struct rlimit stack;
  struct timespec time;
  printf("%d %d\\n", (int)getuid(), (int)getegid());
  printf("%d %d\\n", user != NULL && user->pw_uid == getuid(), getgrgid(getgid())->gr_gid == getgid());
  printf("%d %d\\n", gethostname(host, sizeof host), gethostname(host, 0));
  printf("%d %d\\n", getrlimit(RLIMIT_STACK, &stack), stack.rlim_cur == 8 << 20);
  printf("%d %d\\n", clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time), nice(5));
  errno = ENOENT;
  warn("%s", "absent");
  errx(0, "%d", 7);`);
  const ran = await run({ "users.c": text }, ["users.c"]);
  expect(ran.stdout).toBe(`${process.getuid!()} ${process.getegid!()}\n1 1\n0 -1\n0 1\n0 5\n`);
  expect(ran.stderr).toContain("users: absent: No such file or directory\nusers: 7\n");
  expect(ran.stderr).toContain("\n0 faults");
});

test.each([
  ["a host's name in too little room", "char *host = malloc(1);\n  host[0] = 0;\n  gethostname(host, 200); // FFI005"],
  ["a set of signals that was never emptied", "sigset_t set;\n  sigaddset(&set, SIGINT); // FFI016"],
  ["a status of a file in too little room", 'struct stat *found = malloc(8);\n  stat(".", found); // FFI005'],
  [
    "a name that is a literal's copy too short",
    'char *name = malloc(3);\n  memcpy(name, "abc", 3);\n  mkstemp(name); // FFI010',
  ],
  [
    "an action that is gone",
    "struct sigaction *action = calloc(1, sizeof *action);\n  free(action);\n  sigaction(SIGINT, action, NULL); // FFI004",
  ],
])("%s is a fault at its line", async (_, statements) => {
  const text = program(`${statements}\n`);
  const line = text.split("\n").findIndex((each) => each.includes("// FFI")) + 1;
  const code = /FFI\d+/.exec(text)![0];
  const { faults } = JSON.parse((await run({ "wrong.c": text }, ["wrong.c", "--json"])).stdout);
  expect(faults[0]).toMatchObject({ code, c: { line } });
});

test("a program may have functions of these names", async () => {
  const text = `
#include <stdio.h>
#include <stdlib.h>
int pipe(int depth) { return depth + 1; }
int wait(void) { return pipe(1); }
int alarm(const char *text) { return text[0]; }
char *mktemp(char *text) { return text; }
int main(void) {
  FILE *file = tmpfile();
  if (file != NULL) fclose(file);
  printf("%d %d %s\\n", wait(), alarm("A"), mktemp("mine"));
  return 0;
}`;
  const ran = await run({ "own.c": text.replace("#include <stdlib.h>\n", "") }, ["own.c"]);
  expect(ran.stdout).toBe("2 65 mine\n");
  expect(ran.status).toBe(0);
});
