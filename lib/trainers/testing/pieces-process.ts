import { connect } from "@/db/client";
import { systemClock } from "@/lib/core/clock";
import type { Ctx } from "@/lib/core/ctx";
import { env } from "@/lib/core/env";
import { fileTools, type FileTools } from "@/lib/files/file-tools";
import { receiveFile } from "@/lib/files/receive-file";
import type { FileStore } from "@/lib/files/stores/store";
import { pdf } from "@/lib/files/testing/sample-files";
import { incoming, someone } from "@/lib/files/testing/test-tools";
import { sendDossier } from "../dossier/send-dossier";
import { setPiece } from "../dossier/set-piece";
import type { DossierSlot } from "../dossier/vocabulary";
import { typeInDossier } from "./dossier-stage";

// A person who joins, replaces, takes off and sends pieces, in a process of its own that kills itself at its nth step: each
// statement sent to the database and each side of each order to the store is one. Prints how many steps there were.
const [accountId = "", profileId = "", stopAt = "0", rounds = "1"] = process.argv.slice(2);
let steps = 0;
function step(): void {
  steps += 1;
  if (steps === Number(stopAt)) process.kill(process.pid, "SIGKILL");
}

const { sql, db } = connect(env.DATABASE_URL, { max: 2, debug: step });
const ctx: Ctx = {
  db,
  actor: someone({ accountId }),
  now: systemClock.now(),
  requestId: "test",
  network: "local",
  device: "test",
  inTransaction: false,
};

const watched = (store: FileStore): FileStore => {
  const around = async <Result>(order: () => Promise<Result>): Promise<Result> => {
    step();
    const result = await order();
    step();
    return result;
  };
  return {
    ...store,
    put: (key, path) => around(() => store.put(key, path)),
    remove: (key) => around(() => store.remove(key)),
  };
};
const store = watched(fileTools().store);
const tools: FileTools = { ...fileTools(), store, storeOf: () => store };

async function join(slot: DossierSlot, words: string): Promise<void> {
  const { id } = await receiveFile(ctx, incoming(`${slot}.pdf`, pdf(words), { place: "dossier_piece" }), tools);
  await setPiece(ctx, { slot, fileId: id }, tools);
}

for (let round = 0; round < Number(rounds); round++) {
  await join("bank", `first ${round}`);
  await join("bank", `second ${round}`);
  await setPiece(ctx, { slot: "bank", fileId: null }, tools);
  await join("diploma", `kept ${round}`);
  await typeInDossier({ ctx, profileId }, { personalPhone: `01 02 03 ${10 + round} ${(process.pid % 90) + 10}` });
  await sendDossier(ctx);
}
process.stdout.write(String(steps));
await sql.end();
