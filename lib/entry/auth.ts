import "server-only";
import NextAuth from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import { systemCtx } from "@/lib/core/system-ctx";
import { takeOverSession } from "@/lib/accounts/sessions/take-over-session";

export const secureCookies = env.APP_URL?.startsWith("https://") ?? false;
/** The browser refuses a `__Host-` cookie that is not Secure, host-wide and of path "/". */
export const sessionCookie = secureCookies ? "__Host-session" : "session";
const longestSession = 90 * 86_400;

/**
 * The sign-in library keeps a signed and encrypted cookie that holds one thing: the number of our session row.
 * Its provider takes a one-time ticket that our own verbs make once every check has passed,
 * so there is no second door, and its HTTP routes are not mounted.
 */
const library = NextAuth({
  secret: env.AUTH_SECRET,
  trustHost: true,
  useSecureCookies: secureCookies,
  session: { strategy: "jwt", maxAge: longestSession },
  cookies: { sessionToken: { name: sessionCookie, options: { httpOnly: true, sameSite: "lax", path: "/", secure: secureCookies } } },
  providers: [
    Credentials({
      credentials: { ticket: {} },
      authorize: async ({ ticket }) => {
        const taken = typeof ticket === "string" ? await takeOverSession(systemCtx("sign-in"), { ticket }) : null;
        return taken === null ? null : { id: taken.sessionId };
      },
    }),
  ],
  callbacks: { jwt: ({ token, user }) => (user?.id === undefined ? token : { sub: user.id }) },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
});

/** Gives the browser the session that a ticket stands for. */
export async function startSession(ticket: string): Promise<void> {
  await library.signIn("credentials", { ticket, redirect: false });
}

export async function forgetSession(): Promise<void> {
  (await cookies()).delete({ name: sessionCookie, path: "/", secure: secureCookies });
}

/** The session number in the request's cookie; null when there is none, or it was not made by us. */
export async function readSessionId(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (token === undefined) return null;
  try {
    const claims = await decode({ token, secret: env.AUTH_SECRET, salt: sessionCookie });
    return typeof claims?.sub === "string" ? claims.sub : null;
  } catch {
    return null;
  }
}
