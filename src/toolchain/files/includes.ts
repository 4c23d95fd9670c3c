/** `#include "a.h"`, `#include <a.h>`, `#include_next`, `#import`, `#embed`. */
const INCLUDES = /^[ \t]*#[ \t]*(?:include|include_next|import|embed)[ \t]*(?:"([^"\n]+)"|<([^>\n]+)>)/gm;

/** `#define CONFIG "config.h"`: such a name may stand behind `#include`. */
const NAMED = /^[ \t]*#[ \t]*define[ \t]+\w+[ \t]+(?:"([^"\n]+\.(?:[hc]|inc|def))"|<([^>\n]+\.(?:[hc]|inc|def))>)/gm;

/** The same, as it is given to the compiler: `CONFIG="config.h"`. */
const GIVEN = /^\w+=(?:"([^"]+)"|<([^>]+)>)$/;

/** The name of a file in an include. */
export interface Include {
  readonly name: string;
  /** In quotes: it may stand beside the including file. */
  readonly quoted: boolean;
}

const include = ([, quoted, angled]: RegExpMatchArray): Include => ({
  name: quoted ?? angled!,
  quoted: quoted !== undefined,
});

/** All that a C text may include, whether or not its conditions let it. */
export function includesIn(text: string): Include[] {
  return [...text.matchAll(INCLUDES), ...text.matchAll(NAMED)].map(include);
}

/** What a macro of the command line may let a text include; null for any other macro. */
export function includeGiven(define: string): Include | null {
  const given = GIVEN.exec(define);
  return given && include(given);
}

/** Puts what `replace` returns in the place of an include's name; null leaves it. */
export function replaceIncludes(text: string, replace: (include: Include) => string | null): string {
  return text.replace(INCLUDES, (whole: string, quoted?: string, angled?: string) => {
    const name = quoted ?? angled!;
    const other = replace({ name, quoted: quoted !== undefined });
    return other === null ? whole : whole.slice(0, -name.length - 1) + other + whole.slice(-1);
  });
}
