"use server";

import { countView } from "../../database";

/** A: the least a server action can do, one row changed. */
export async function countViewAction(form: FormData): Promise<void> {
  await countView(Number(form.get("id")));
}
