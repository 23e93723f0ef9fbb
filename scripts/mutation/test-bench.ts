import { createVitest } from "vitest/node";

/** The tests of a tree, run again and again in one process: the database's cluster is started once. */
export interface TestBench {
  /** Runs a test file until one test fails, and gives its name; null when all passed. Throws when nothing ran. */
  firstFailure(file: string): Promise<string | null>;
  /** To be told of every change of a source file. */
  changed(file: string): void;
  close(): Promise<void>;
}

/** Works on the tree in the current folder. */
export async function openBench(): Promise<TestBench> {
  // The test processes need none of what loads this script, which would read every module a second time.
  process.execArgv = [];
  const vitest = await createVitest("test", { root: process.cwd(), watch: false, bail: 1, reporters: [{}], maxWorkers: 2, silent: true });
  await vitest.standalone();
  const path = (file: string) => `${process.cwd()}/${file}`;
  const all = await vitest.globTestSpecifications();
  return {
    firstFailure: async (file) => {
      // What earlier runs found would count in this one.
      vitest.state.filesMap.clear();
      vitest.state.idMap.clear();
      const { testModules, unhandledErrors } = await vitest.runTestSpecifications(all.filter(({ moduleId }) => moduleId === path(file)));
      if (unhandledErrors.length > 0) return `${file}: ${(unhandledErrors[0] as Partial<Error>).message ?? "an error that nobody caught"}`;
      let ran = 0;
      for (const tested of testModules.filter(({ moduleId }) => moduleId === path(file))) {
        const [error] = tested.errors();
        if (error !== undefined) return `${tested.relativeModuleId}: ${error.message}`;
        for (const test of tested.children.allTests()) {
          if (test.result().state === "failed") return `${tested.relativeModuleId}: ${test.fullName}`;
          if (test.result().state === "passed") ran += 1;
        }
      }
      if (ran === 0) throw new Error(`no test ran in ${file}`);
      return null;
    },
    changed: (file) => vitest.invalidateFile(path(file)),
    close: () => vitest.close(),
  };
}
