import { newChallenge } from "@/lib/captcha/altcha";
import { json, route } from "@/lib/entry/route";

/** A proof of work for the "Je ne suis pas un robot" box. A town hall shares one address, hence the room. */
export const GET = route({ name: "captcha.challenge", policy: "visitor", limit: { points: 120, per: 60, by: "network" } }, async (ctx) =>
  json(await newChallenge(ctx.now)),
);
