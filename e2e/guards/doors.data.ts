/** Callers of the matrix. "no_factor": an administrator who has not given the second factor; "ended": whose session was revoked. */
export const roleNames = ["visitor", "person", "agent", "trainer", "manager", "administrator", "no_factor", "blocked", "ended"] as const;
export type RoleName = (typeof roleNames)[number];

/** Doors: the content or the verb was reached; or one is sent to sign in, to the second factor, or refused. */
export type Kind = "open" | "sign_in" | "factor" | "forbidden";

type Row = Readonly<Record<RoleName, Kind>>;
const outside = { visitor: "sign_in", blocked: "sign_in", ended: "sign_in" } as const;
const inside = { person: "open", agent: "open", trainer: "open", manager: "open", administrator: "open" } as const;
const refused = { person: "forbidden", agent: "forbidden", trainer: "forbidden" } as const;

/** What each policy means, role by role: written here by hand, apart from the code that enforces it. */
const doors = {
  visitor: { visitor: "open", blocked: "open", ended: "open", no_factor: "open", ...inside },
  first_factor: { ...outside, no_factor: "open", ...inside },
  signed_in: { ...outside, no_factor: "factor", ...inside },
  staff: { ...outside, no_factor: "factor", ...refused, manager: "open", administrator: "open" },
  administrator: { ...outside, no_factor: "factor", ...refused, manager: "forbidden", administrator: "open" },
  probe: { visitor: "open", blocked: "open", ended: "open", no_factor: "open", ...inside },
  cron: {
    ...outside,
    no_factor: "sign_in",
    person: "sign_in",
    agent: "sign_in",
    trainer: "sign_in",
    manager: "sign_in",
    administrator: "sign_in",
  },
  api_key: {
    ...outside,
    no_factor: "sign_in",
    person: "sign_in",
    agent: "sign_in",
    trainer: "sign_in",
    manager: "sign_in",
    administrator: "sign_in",
  },
  metrics: {
    ...outside,
    no_factor: "sign_in",
    person: "sign_in",
    agent: "sign_in",
    trainer: "sign_in",
    manager: "sign_in",
    administrator: "sign_in",
  },
} as const satisfies Record<string, Row>;

export type PolicyName = keyof typeof doors;

export function expectedOf(policy: string, role: RoleName): Kind | undefined {
  return policy in doors ? doors[policy as PolicyName][role] : undefined;
}
