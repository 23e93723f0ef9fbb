import type { Command } from "./command";
import { backup } from "./backup";
import { check } from "./check";
import { createAdministratorCommand } from "./create-administrator";
import { importReferencesCommand } from "./import-references";
import { migrate } from "./migrate";
import { restore } from "./restore";
import { retentionCommand } from "./retention";
import { rotateKeysCommand } from "./rotate-keys";
import { runJobCommand } from "./run-job";

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  check,
  createAdministratorCommand,
  migrate,
  importReferencesCommand,
  runJobCommand,
  retentionCommand,
  rotateKeysCommand,
  backup,
  restore,
];
