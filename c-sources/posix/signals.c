/*
 * Signals. A program gets those that it sends to itself, and SIGALRM while it waits for a signal: nothing can interrupt
 * it while it computes.
 */
#include "posix.h"
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

typedef void handler(int);

static struct sigaction actions[_NSIG];
static sigset_t blocked = 0;
static sigset_t waiting = 0;
/* How many have been handled: who waits for one goes on. */
static uint32_t handled = 0;

static sigset_t bit(int number) {
  return 1ULL << (number - 1);
}

static bool is_signal(int number) {
  return number > 0 && number < _NSIG;
}

WEAK void __SIG_IGN(int number) {
  (void)number;
}

/* It stands for an error, and is never called. */
WEAK void __SIG_ERR(int number) {
  (void)number;
  abort();
}

static void end_by(int number) {
  fflush(NULL);
  fprintf(stderr, "Ended by a signal: %s\n", strsignal(number));
  abort();
}

static bool ends_nothing(int number) {
  return number == SIGCHLD || number == SIGURG || number == SIGWINCH || number == SIGCONT;
}

static void handle(int number) {
  struct sigaction action = actions[number];
  if (action.sa_handler == SIG_DFL) {
    if (!ends_nothing(number)) {
      end_by(number);
    }
    return;
  }
  if (action.sa_handler == SIG_IGN) {
    return;
  }
  if ((action.sa_flags & (int)SA_RESETHAND) != 0) {
    actions[number].sa_handler = SIG_DFL;
  }
  sigset_t before = blocked;
  blocked |= action.sa_mask | ((action.sa_flags & SA_NODEFER) != 0 ? 0 : bit(number));
  handled++;
  if ((action.sa_flags & SA_SIGINFO) != 0) {
    siginfo_t info = {.si_signo = number, .si_code = SI_USER, .si_pid = getpid()};
    values_written((uint32_t)(uintptr_t)&info, sizeof info);
    action.sa_sigaction(number, &info, NULL);
  } else {
    action.sa_handler(number);
  }
  blocked = before;
}

static void handle_waiting(void) {
  for (int number = 1; number < _NSIG; number++) {
    if ((waiting & ~blocked & bit(number)) != 0) {
      waiting &= ~bit(number);
      handle(number);
    }
  }
}

WEAK int raise(int number) {
  if (!is_signal(number)) {
    return refuse(EINVAL);
  }
  waiting |= bit(number);
  handle_waiting();
  return 0;
}

WEAK int kill(pid_t process, int number) {
  if (number < 0 || number >= _NSIG) {
    return refuse(EINVAL);
  }
  if (process > 0 && process != getpid()) {
    return refuse(ESRCH);
  }
  return number == 0 ? 0 : raise(number);
}

WEAK int killpg(pid_t group, int number) {
  return kill(group, number);
}

WEAK int sigaction(int number, const struct sigaction *next, struct sigaction *before) {
  uint32_t location = take_location();
  if (!is_signal(number) || (next != NULL && (number == SIGKILL || number == SIGSTOP))) {
    return refuse(EINVAL);
  }
  struct sigaction was = actions[number];
  if (next != NULL && check_read((uint32_t)(uintptr_t)next, sizeof *next, location) == sizeof *next) {
    actions[number] = *next;
    values_written((uint32_t)(uintptr_t)&actions[number], sizeof *next);
  }
  if (before != NULL) {
    hand_over(before, &was, sizeof was, location);
  }
  return 0;
}

WEAK handler *signal(int number, handler *next) {
  if (!is_signal(number) || number == SIGKILL || number == SIGSTOP) {
    errno = EINVAL;
    return SIG_ERR;
  }
  handler *before = actions[number].sa_handler;
  actions[number] = (struct sigaction){.sa_handler = next, .sa_flags = SA_RESTART};
  return before;
}

WEAK handler *bsd_signal(int number, handler *next) {
  return signal(number, next);
}

WEAK handler *__sysv_signal(int number, handler *next) {
  handler *before = signal(number, next);
  if (before != SIG_ERR) {
    actions[number].sa_flags = (int)SA_RESETHAND;
  }
  return before;
}

WEAK int siginterrupt(int number, int flag) {
  (void)flag;
  return is_signal(number) ? 0 : refuse(EINVAL);
}

static int set_to(sigset_t *to, sigset_t value, uint32_t location) {
  hand_over(to, &value, sizeof value, location);
  return 0;
}

WEAK int sigemptyset(sigset_t *set) {
  return set_to(set, 0, take_location());
}

WEAK int sigfillset(sigset_t *set) {
  return set_to(set, ~0ULL, take_location());
}

/* The set that the program has given; an empty one where it may not be read. */
static sigset_t given(const sigset_t *set, uint32_t location) {
  uint32_t address = (uint32_t)(uintptr_t)set;
  if (check_read(address, sizeof *set, location) < sizeof *set) {
    return 0;
  }
  values_used(address, sizeof *set, location);
  return *set;
}

WEAK int sigaddset(sigset_t *set, int number) {
  uint32_t location = take_location();
  return is_signal(number) ? set_to(set, given(set, location) | bit(number), location) : refuse(EINVAL);
}

WEAK int sigdelset(sigset_t *set, int number) {
  uint32_t location = take_location();
  return is_signal(number) ? set_to(set, given(set, location) & ~bit(number), location) : refuse(EINVAL);
}

WEAK int sigismember(const sigset_t *set, int number) {
  uint32_t location = take_location();
  return is_signal(number) ? (given(set, location) & bit(number)) != 0 : refuse(EINVAL);
}

WEAK int sigpending(sigset_t *to) {
  return set_to(to, waiting, take_location());
}

WEAK int sigprocmask(int how, const sigset_t *set, sigset_t *before) {
  uint32_t location = take_location();
  sigset_t was = blocked;
  if (set != NULL) {
    sigset_t named = given(set, location);
    if (how != SIG_BLOCK && how != SIG_UNBLOCK && how != SIG_SETMASK) {
      return refuse(EINVAL);
    }
    blocked = how == SIG_SETMASK ? named : how == SIG_BLOCK ? was | named : was & ~named;
    blocked &= ~(bit(SIGKILL) | bit(SIGSTOP));
  }
  if (before != NULL) {
    set_to(before, was, location);
  }
  handle_waiting();
  return 0;
}

WEAK int pthread_sigmask(int how, const sigset_t *set, sigset_t *before) {
  return sigprocmask(how, set, before) == 0 ? 0 : errno;
}

enum { MICROSECONDS = 1000000, PATIENCE = 10000 };

/* When SIGALRM is due, and how long after that again, in microseconds; 0 for never. */
static uint64_t due = 0;
static uint64_t interval = 0;

static uint64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (uint64_t)time.tv_sec * MICROSECONDS + (uint64_t)time.tv_nsec / 1000;
}

static uint64_t left(void) {
  uint64_t time = now();
  return due > time ? due - time : due == 0 ? 0 : 1;
}

static void set_timer(uint64_t first, uint64_t again) {
  due = first == 0 ? 0 : now() + first;
  interval = again;
}

WEAK unsigned alarm(unsigned seconds) {
  uint64_t before = left();
  set_timer((uint64_t)seconds * MICROSECONDS, 0);
  return (unsigned)((before + MICROSECONDS - 1) / MICROSECONDS);
}

static uint64_t to_number(struct timeval time) {
  return (uint64_t)time.tv_sec * MICROSECONDS + (uint64_t)time.tv_usec;
}

static struct timeval to_time(uint64_t microseconds) {
  return (struct timeval){.tv_sec = (time_t)(microseconds / MICROSECONDS),
                          .tv_usec = (suseconds_t)(microseconds % MICROSECONDS)};
}

WEAK int getitimer(int which, struct itimerval *to) {
  uint32_t location = take_location();
  if (which != ITIMER_REAL) {
    return refuse(ENOSYS);
  }
  struct itimerval timer = {to_time(interval), to_time(left())};
  hand_over(to, &timer, sizeof timer, location);
  return 0;
}

WEAK int setitimer(int which, const struct itimerval *next, struct itimerval *before) {
  uint32_t location = take_location();
  if (which != ITIMER_REAL) {
    return refuse(ENOSYS);
  }
  struct itimerval timer = {to_time(interval), to_time(left())};
  if (check_read((uint32_t)(uintptr_t)next, sizeof *next, location) == sizeof *next) {
    set_timer(to_number(next->it_value), to_number(next->it_interval));
  }
  if (before != NULL) {
    hand_over(before, &timer, sizeof timer, location);
  }
  return 0;
}

WEAK int pause(void) {
  uint32_t before = handled;
  while (handled == before) {
    uint64_t rest = left();
    usleep(rest > 0 && rest < PATIENCE ? (unsigned)rest : PATIENCE);
    if (due != 0 && now() >= due) {
      due = interval == 0 ? 0 : due + interval;
      raise(SIGALRM);
    }
  }
  return refuse(EINTR);
}

WEAK int sigsuspend(const sigset_t *mask) {
  uint32_t location = take_location();
  sigset_t before = blocked;
  blocked = given(mask, location);
  uint32_t count = handled;
  handle_waiting();
  if (handled == count) {
    pause();
  }
  blocked = before;
  return refuse(EINTR);
}
