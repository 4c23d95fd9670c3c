import path from "node:path";
import type { Fd } from "@bjorn3/browser_wasi_shim";
import { devices } from "./devices.ts";
import { HostDirectory, lookUp, OpenHostDirectory } from "./host-directory.ts";
import { HostFolder } from "./host-folder.ts";

/** The folder of this process, as a path of the file system that a program sees. */
export function workingFolder(): string {
  const here = process.cwd();
  return `/${path.relative(path.parse(here).root, here).split(path.sep).join("/")}`;
}

/**
 * All files of this machine, and what a program may expect beside them: the devices, and a place for temporary files,
 * which not every machine has there.
 *
 * @param standard The program's own input, output or error.
 */
export function fileSystem(standard: (descriptor: 0 | 1 | 2) => Fd | null): Fd {
  const root = new HostFolder(path.parse(process.cwd()).root, lookUp);
  folderIn(root, "tmp");
  const dev = folderIn(root, "dev");
  for (const [name, device] of devices(standard)) dev.set(name, device);
  return new OpenHostDirectory(new HostDirectory(root));
}

function folderIn(parent: HostFolder, name: string): HostFolder {
  const found = parent.get(name);
  if (found instanceof HostDirectory) return found.folder;
  const made = new HostDirectory(new HostFolder(null, lookUp));
  parent.set(name, made);
  return made.folder;
}
