/** One thing that a function of the C library does with memory it is given a pointer to. */
export interface Access {
  /** Index of the parameter that is the pointer. */
  readonly parameter: number;
  /**
   * `use`: what is read decides something, so it must have been written. `text`, `wide`: a string up to its NUL, of
   * bytes or of wide characters.
   */
  readonly act: "read" | "use" | "write" | "text" | "wide";
  /** Bytes, or of what size are the items that another parameter counts. Nothing for a string. */
  readonly bytes: number;
  /** Index of the parameter that counts. */
  readonly count: number | null;
  /** Whether NULL is a value like any other: then nothing is accessed. */
  readonly nullable: boolean;
}

/** Sizes, in bytes, of what the C library's functions fill and read. A test compares them with the compiler's. */
export const SIZES = {
  int: 4,
  pointer: 4,
  size: 4,
  wide: 4,
  double: 8,
  longDouble: 16,
  time: 8,
  tm: 48,
  timespec: 16,
  timeval: 16,
  rusage: 32,
  tms: 32,
  utsname: 390,
  regex: 32,
  match: 8,
  poll: 8,
  position: 16,
} as const;

/**
 * What the C library's functions access, where their arguments say it all before they are called. Its own code has no
 * checks. Not here: what the checker stands in front of by itself, because how much it accesses depends on what is
 * found there; and functions that access memory through those only.
 *
 * In a function's line stands a word for each parameter: `-` for nothing; `text`, `wide`; `read:tm`, `use:time`,
 * `write:tm` for an object of that size, or of so many bytes; `write*2` for as many bytes as parameter 2 says,
 * counted from 0, and `read*2:wide` for so many items. A `?` at the end allows NULL.
 */
const LINES = `
bcopy           read*2 write*2 -
bzero           write*1 -
explicit_bzero  write*1 -
mempcpy         write*2 read*2 -
memrchr         read*2 - -
memmem          read*1 - read*3 -
swab            read*2 write*2 -
strverscmp      text text
strcasestr      text text
strcoll         text text
strxfrm         - text -
getenv          text
secure_getenv   text
setenv          text text -
unsetenv        text
putenv          text
a64l            text
rand_r          write:int
erand48         write:6
nrand48         write:6
jrand48         write:6
seed48          read:6
lcong48         read:14
initstate       - write*2 -
ecvt            - - write:int write:int
fcvt            - - write:int write:int
arc4random_buf  write*1 -
getentropy      write*1 -
fopen           text text
freopen         text? text -
fdopen          - text
remove          text
rename          text text
perror          text?
printf          text -
iprintf         text -
vprintf         text -
fprintf         - text -
fiprintf        - text -
vfprintf        - text -
dprintf         - text -
vdprintf        - text -
sprintf         - text -
siprintf        - text -
vsprintf        - text -
snprintf        - - text -
sniprintf       - - text -
vsnprintf       - - text -
asprintf        write:pointer text -
vasprintf       write:pointer text -
wprintf         wide -
fwprintf        - wide -
swprintf        - - wide -
swscanf         wide wide -
wscanf          wide -
fwscanf         - wide -
fgetpos         - write:position
fsetpos         - read:position
getline         write:pointer write:size -
getdelim        write:pointer write:size - -
fputws          wide -
wcscoll         wide wide
wcsxfrm         - wide -
wcsrchr         wide -
wcscspn         wide wide
wcsspn          wide wide
wcspbrk         wide wide
wcsstr          wide wide
wcswcs          wide wide
wcsdup          wide
wcscasecmp      wide wide
wcstok          wide? wide write:pointer
time            write:time?
mktime          write:tm
timegm          write:tm
gmtime          use:time
localtime       use:time
ctime           use:time
gmtime_r        use:time write:tm
localtime_r     use:time write:tm
asctime         read:tm
asctime_r       read:tm write:26
ctime_r         use:time write:26
timespec_get    write:timespec -
nanosleep       use:12 write:timespec?
clock_nanosleep - - use:12 write:timespec?
clock_gettime   - write:timespec
clock_getres    - write:timespec?
gettimeofday    write:timeval -
strptime        text text write:tm
getrusage       - write:rusage
times           write:tms?
uname           write:utsname
open            text - -
creat           text -
access          text -
unlink          text
readlink        text - -
rmdir           text
mkdir           text -
link            text text
symlink         text text
truncate        text -
opendir         text
frexp           - write:int
frexpf          - write:int
frexpl          - - - write:int
modf            - write:double
modff           - write:int
modfl           - - - write:longDouble
remquo          - - write:int
remquof         - - write:int
lgamma_r        - write:int
lgammaf_r       - write:int
sincos          - write:double write:double
sincosf         - write:int write:int
setlocale       - text?
regcomp         write:regex text -
regexec         read:regex text - write*2:match? -
regfree         read:regex
regerror        - read:regex write*3 -
fnmatch         text text -
lfind           - read:pointer read:size - -
lsearch         - write:pointer write:size - -
poll            write*1:poll -
basename        text?
dirname         text?
iconv_open      text text
getopt          - - text
getopt_long     - - text - write:int?
strftime        - - text read:tm
wcsftime        - - wide read:tm
strfmon         write*1 - text -
nanf            text
`;

/** By the function's name. */
export const ACCESSES: ReadonlyMap<string, readonly Access[]> = new Map(
  LINES.trim()
    .split("\n")
    .map((line) => {
      const [name, ...words] = line.split(/\s+/) as [string, ...string[]];
      return [name, words.flatMap((word, parameter) => (word === "-" ? [] : [readWord(word, parameter)]))];
    }),
);

function readWord(word: string, parameter: number): Access {
  const [, act, count, size, nullable] = /^([a-z]+)(?:\*(\d))?(?::(\w+))?(\?)?$/.exec(word) ?? [];
  const bytes = size === undefined ? 1 : ((SIZES as Record<string, number>)[size] ?? Number(size));
  if (act === undefined || Number.isNaN(bytes)) throw new Error(`${word} says nothing about a parameter`);
  return {
    parameter,
    act: act as Access["act"],
    bytes,
    count: count === undefined ? null : Number(count),
    nullable: nullable !== undefined,
  };
}
