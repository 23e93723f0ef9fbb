import "server-only";
import { redirect, unstable_rethrow } from "next/navigation";
import { revalidatePath } from "next/cache";
import { cookies, headers } from "next/headers";
import type { z } from "zod";
import type { ApplicationId } from "@/lib/accounts/applications/vocabulary";
import { auditLook } from "@/lib/audit/audit";
import type { Ctx } from "@/lib/core/ctx";
import type { FormAction, FormState } from "@/lib/core/form-state";
import { ensure, type FieldErrors, Refusal } from "@/lib/core/refusal";
import { consumeLimit } from "@/lib/limits/consume-limit";
import { paths } from "@/lib/core/paths";
import { forgetSession, secureCookies, startSession } from "./auth";
import { currentCtx } from "./current-ctx";
import { requireGates } from "./gates";
import { readFields, typedAgain } from "./form-data";
import { admit, type EntryPolicy } from "./policies";
import { type EntryLimit, limitKey } from "./limit-key";
import { noteAnswer } from "./form-answers";
import { isSameOrigin } from "./same-origin";
import { unexpected } from "./unexpected";

/** What the screen does once the verb is done: says so, or goes elsewhere. */
export type Outcome<Data> =
  | {
      readonly redirectTo: string;
      /** Gives the browser this session. */ readonly ticket?: string;
      /** Takes the session's cookie back. */ readonly endsSession?: true;
      /** What the session may see changes: its second factor was given or asked again. */ readonly changesSession?: true;
    }
  | {
      readonly message: string;
      readonly data?: Data;
      /** Path whose pages show something else now. */ readonly refresh?: string;
      readonly cookie?: ChoiceCookie;
    };

/** A choice of the visitor, kept by the browser; not a secret. */
interface ChoiceCookie {
  readonly name: string;
  readonly value: string;
  /** Seconds. */
  readonly maxAge: number;
}

export interface ActionSpec<Schema extends z.ZodType, Result, Data> {
  /** Name in the audit log and in the rights matrix, subject first. */
  readonly name: string;
  readonly policy: EntryPolicy;
  /** The application it belongs to: its doors are passed first (MC-13, MC-14, MC-03). */
  readonly application?: ApplicationId;
  readonly schema: Schema;
  readonly limit?: EntryLimit;
  /** Fields never shown again nor logged. */
  readonly secrets?: readonly string[];
  readonly verb: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>;
  readonly then: (result: Result, input: z.output<Schema>) => Outcome<Data> | Promise<Outcome<Data>>;
}

/**
 * Makes a server action of a verb. In order: same origin and allowed host, live session and policy, rate limit,
 * input schema, then the verb. A refusal goes back to the form with what was typed; anything else gets a reference.
 */
export function action<Schema extends z.ZodType, Result, Data = undefined>(spec: ActionSpec<Schema, Result, Data>): FormAction<Data> {
  return async (_state, form) => {
    const ctx = await currentCtx();
    let typed: Readonly<Record<string, string | string[]>> = {};
    try {
      typed = readFields(form);
      await admitAction(spec, ctx);
      const input = parse(spec.schema, typed);
      const result = await spec.verb(ctx, input);
      const state = await conclude(await spec.then(result, input));
      noteAnswer(ctx.requestId, { action: spec.name, status: "done" });
      return state;
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof Refusal) {
        noteAnswer(ctx.requestId, { action: spec.name, status: "refused" });
        return refused(error, typed, spec.secrets ?? []);
      }
      throw unexpected(error, spec.name, ctx.requestId);
    }
  };
}

type Admission = Pick<ActionSpec<z.ZodType, unknown, unknown>, "name" | "policy" | "application" | "limit">;

async function admitAction(spec: Admission, ctx: Ctx): Promise<void> {
  if (!isSameOrigin(await headers())) {
    throw new Refusal("forbidden", "Cette demande ne vient pas d’une page de ce site. Rechargez la page, puis recommencez.");
  }
  const verdict = admit(spec.policy, ctx.actor);
  if (!verdict.allowed) await auditLook(ctx, { action: "entry.refused", details: { entry: spec.name, policy: spec.policy } });
  ensure(verdict);
  await requireGates(ctx, spec.application);
  if (spec.limit !== undefined) await consumeLimit(ctx, spec.name, limitKey(spec.limit, ctx), spec.limit);
}

function parse<Schema extends z.ZodType>(schema: Schema, fields: unknown): z.output<Schema> {
  const parsed = schema.safeParse(fields);
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid", "Certaines réponses sont à corriger.", fieldErrorsOf(parsed.error));
}

export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const errors: Record<string, string[]> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".");
    const message = issue.code === "unrecognized_keys" ? "Cette page n’est plus à jour : rechargez-la, puis recommencez." : issue.message;
    const known = (errors[field] ??= []);
    if (!known.includes(message)) known.push(message);
  }
  return errors;
}

const refused = (refusal: Refusal, typed: Readonly<Record<string, string | string[]>>, secrets: readonly string[]): FormState<never> => ({
  status: "refused",
  code: refusal.code,
  message: refusal.message,
  fieldErrors: refusal.fieldErrors,
  values: typedAgain(typed, secrets),
});

async function conclude<Data>(outcome: Outcome<Data>): Promise<FormState<Data>> {
  if ("redirectTo" in outcome) {
    if (outcome.ticket !== undefined) await startSession(outcome.ticket);
    if (outcome.endsSession === true) await forgetSession();
    // Who is signed in shows on every page: none kept by the browser is right any more.
    if (outcome.ticket !== undefined || outcome.endsSession === true || outcome.changesSession === true)
      revalidatePath(paths.home, "layout");
    redirect(outcome.redirectTo);
  }
  if (outcome.cookie !== undefined) {
    const { name, value, maxAge } = outcome.cookie;
    (await cookies()).set({ name, value, maxAge, path: "/", sameSite: "lax", httpOnly: true, secure: secureCookies });
  }
  if (outcome.refresh !== undefined) revalidatePath(outcome.refresh);
  return { status: "done", message: outcome.message, data: outcome.data as Data };
}
