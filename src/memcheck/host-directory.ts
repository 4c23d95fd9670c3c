import { statSync } from "node:fs";
import path from "node:path";
import { Directory, OpenDirectory, wasi, type Inode } from "@bjorn3/browser_wasi_shim";
import { HostFile, permissionsOf } from "./host-file.ts";
import { HostFolder, type Listed } from "./host-folder.ts";

/** The file or folder at a place of this machine; null for what is not there, and for what is neither. */
export function lookUp(place: string): Inode | null {
  try {
    const stats = statSync(place);
    if (stats.isDirectory()) return new HostDirectory(new HostFolder(place, lookUp), permissionsOf(stats));
    return stats.isFile() ? new HostFile(place, stats) : null;
  } catch {
    return null;
  }
}

/** A folder as WASI has it, whatever of it is this machine's and whatever the program's own. */
export class HostDirectory extends Directory {
  readonly folder: HostFolder;
  readonly #permissions: bigint;

  /** @param permissions 0n for a folder of the program's own. */
  constructor(folder: HostFolder, permissions = 0n) {
    super(folder);
    this.folder = folder;
    this.#permissions = permissions;
  }

  override stat(): wasi.Filestat {
    const stat = super.stat();
    stat.dev = this.#permissions;
    return stat;
  }

  override path_open(oflags: number, rights: bigint, _flags: number): { ret: number; fd_obj: OpenDirectory } {
    const writes = (rights & BigInt(wasi.RIGHTS_FD_WRITE)) !== 0n || (oflags & wasi.OFLAGS_TRUNC) !== 0;
    return { ret: writes ? wasi.ERRNO_ISDIR : wasi.ERRNO_SUCCESS, fd_obj: new OpenHostDirectory(this) };
  }
}

/** A folder that is open. */
export class OpenHostDirectory extends OpenDirectory {
  readonly #folder: HostFolder;
  /** What was in it when its list was begun: a program may remove what it is shown. */
  #listed: readonly Listed[] = [];

  constructor(directory: HostDirectory) {
    super(directory);
    this.#folder = directory.folder;
  }

  /** The C library asks for no more of what it opens than the folder says is allowed, and tells `access` the same. */
  override fd_fdstat_get(): { ret: number; fdstat: wasi.Fdstat | null } {
    const fdstat = new wasi.Fdstat(wasi.FILETYPE_DIRECTORY, 0);
    fdstat.fs_rights_base = fdstat.fs_rights_inherited = EVERY_RIGHT;
    return { ret: wasi.ERRNO_SUCCESS, fdstat };
  }

  override fd_readdir_single(cookie: bigint): { ret: number; dirent: wasi.Dirent | null } {
    if (cookie === 0n) this.#listed = this.#folder.list();
    if (cookie < 2n) return super.fd_readdir_single(cookie);
    const entry = this.#listed[Number(cookie) - 2];
    const dirent = entry && new wasi.Dirent(cookie + 1n, entry.inode, entry.name, entry.type);
    return { ret: wasi.ERRNO_SUCCESS, dirent: dirent ?? null };
  }

  override path_create_directory(place: string): number {
    if (this.path_lookup(place, 0).inode_obj !== null) return wasi.ERRNO_EXIST;
    return this.path_link(place.replace(/\/+$/, ""), new HostDirectory(new HostFolder(null, lookUp)), true);
  }

  override path_filestat_get(flags: number, place: string): { ret: number; filestat: wasi.Filestat | null } {
    const found = super.path_filestat_get(flags, place);
    const link = (flags & FOLLOW) === 0 ? this.#link(place) : null;
    if (link === null) return found;
    const bytes = BigInt(Buffer.byteLength(link));
    const stat = new wasi.Filestat(found.filestat?.ino ?? 0n, wasi.FILETYPE_SYMBOLIC_LINK, bytes);
    return { ret: wasi.ERRNO_SUCCESS, filestat: stat };
  }

  override path_readlink(place: string): { ret: number; data: string | null } {
    const link = this.#link(place);
    if (link !== null) return { ret: wasi.ERRNO_SUCCESS, data: link };
    const { ret, inode_obj: found } = this.path_lookup(place, 0);
    return { ret: found === null ? ret : wasi.ERRNO_INVAL, data: null };
  }

  #link(place: string): string | null {
    const whole = path.posix.normalize(place);
    const { inode_obj: parent } = this.path_lookup(path.posix.dirname(whole), 0);
    return parent instanceof HostDirectory ? parent.folder.link(path.posix.basename(whole)) : null;
  }

  override fd_read(): { ret: number; data: Uint8Array } {
    return { ret: wasi.ERRNO_ISDIR, data: new Uint8Array() };
  }
}

const EVERY_RIGHT = (1n << 30n) - 1n;

/** The flag with which what a symbolic link leads to is meant, and not the link. */
const FOLLOW = 1;
