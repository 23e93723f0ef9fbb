import { EventEmitter, once } from "node:events";
import { createServer, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import { portOf } from "./port-of";

/** "down": nobody greets; "busy": 451 at RCPT; "refuse": 550 at RCPT; the others fail before, or after, taking the mail. */
export const smtpModes = [
  "ok",
  "busy",
  "refuse",
  "overloaded",
  "down",
  "hang",
  "cut_before_data",
  "cut_after_accept",
  "hang_after_accept",
] as const;
export type SmtpMode = (typeof smtpModes)[number];

export interface SmtpDouble {
  readonly url: string;
  mode: SmtpMode;
  /** Mails that a person would receive, by Message-ID: how many times each. */
  readonly accepted: ReadonlyMap<string, number>;
  readonly sources: ReadonlyMap<string, string>;
  readonly recipients: ReadonlyMap<string, readonly string[]>;
  /** Resolves when one more mail is taken, before any answer. */
  nextTaking(): Promise<void>;
  close(): Promise<void>;
}

/** An SMTP server on the loopback that fails on demand, before or after it took the mail. */
export async function startSmtpDouble(): Promise<SmtpDouble> {
  const events = new EventEmitter();
  const accepted = new Map<string, number>();
  const sources = new Map<string, string>();
  const recipients = new Map<string, readonly string[]>();
  const sockets = new Map<number, Socket>();
  const cut = ({ remotePort }: SMTPServerSession) => void sockets.get(remotePort)?.destroy();
  const refusal = (code: number, message: string) => Object.assign(new Error(message), { responseCode: code });

  const take = async (stream: SMTPServerDataStream, session: SMTPServerSession, done: (error?: Error | null) => void) => {
    // A client that dies in the middle of its message delivers nothing.
    const source = await text(stream).catch(() => null);
    if (source === null) return;
    if (double.mode === "overloaded") return done(refusal(452, "Insufficient system storage"));
    const id = /^Message-ID: (<[^>]+>)/imu.exec(source)?.[1] ?? "";
    accepted.set(id, (accepted.get(id) ?? 0) + 1);
    sources.set(id, source);
    recipients.set(
      id,
      session.envelope.rcptTo.map(({ address }) => address),
    );
    events.emit("taken");
    if (double.mode === "cut_after_accept") return cut(session);
    if (double.mode !== "hang_after_accept") done();
  };

  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: (_address, session, done) => {
      if (double.mode === "cut_before_data") return cut(session);
      if (double.mode === "busy") return done(refusal(451, "Try again later"));
      if (double.mode === "refuse") return done(refusal(550, "No such mailbox"));
      done();
    },
    onData: (stream, session, done) => void take(stream, session, done),
  });
  server.on("error", () => {});

  // In front of it: knows each line, so as to cut it or leave it silent.
  const front = createServer((socket) => {
    socket.on("error", () => {});
    if (double.mode === "down") {
      socket.destroy();
      return;
    }
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
    if (double.mode !== "hang") server.connect(socket);
  });

  const double: SmtpDouble = {
    url: "",
    mode: "ok",
    accepted,
    sources,
    recipients,
    nextTaking: async () => void (await once(events, "taken")),
    close: async () => {
      for (const socket of sockets.values()) socket.destroy();
      front.close();
      await once(front, "close");
    },
  };
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  const port = portOf(front);
  return Object.assign(double, { url: `smtp://127.0.0.1:${port}` });
}
