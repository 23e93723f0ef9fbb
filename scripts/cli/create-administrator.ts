import { type Command, given, UsageError } from "./command";

const refusals = {
  address: "--address: one plain mail address, such as jeanne.martin@ville.fr",
  civility: "--civility: mme or m",
  firstName: "--first-name: letters, spaces, hyphens and apostrophes, 100 at most",
  lastName: "--last-name: letters, spaces, hyphens and apostrophes, 100 at most",
} as const;

export const createAdministratorCommand: Command = {
  name: "create-administrator",
  usage: "--address ADDRESS --civility mme|m --first-name NAME --last-name NAME [--print-link]",
  summary:
    "Make a national administrator's account and mail a link to choose the password; an address that has an account is given the role.",
  options: {
    address: { type: "string" },
    civility: { type: "string" },
    "first-name": { type: "string" },
    "last-name": { type: "string" },
    "print-link": { type: "boolean" },
  },
  required: ["address", "civility", "first-name", "last-name"],
  on: "installation",
  async run({ values, say }) {
    const [{ createAdministrator }, { newAdministrator }, { systemCtx }] = await Promise.all([
      import("@/lib/operations/create-administrator"),
      import("@/lib/operations/schemas"),
      import("@/lib/core/system-ctx"),
    ]);
    const typed = {
      address: given(values, "address"),
      civility: given(values, "civility"),
      firstName: given(values, "first-name"),
      lastName: given(values, "last-name"),
    };
    const parsed = newAdministrator.safeParse(typed);
    if (!parsed.success)
      throw new UsageError(
        [...new Set(parsed.error.issues.map(({ path }) => refusals[String(path[0]) as keyof typeof refusals]))].join("\n"),
      );
    const made = await createAdministrator(systemCtx("command-line"), parsed.data);
    if (made.end === "created") {
      say(`Account made for ${parsed.data.address}. A link to choose the password was mailed; it works until ${made.until}.`);
      if (values["print-link"] === true) say(made.link);
    } else if (made.end === "granted") say(`${parsed.data.address} had an account: it is an administrator now, and was told by mail.`);
    else say(`${parsed.data.address} is an administrator already: nothing was changed.`);
    return 0;
  },
};
