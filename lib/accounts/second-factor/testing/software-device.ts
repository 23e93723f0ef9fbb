import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { authenticationAnswer, type AuthenticationAnswer, registrationAnswer, type RegistrationAnswer } from "../passkey-answers";

interface Lies {
  readonly origin?: string;
  readonly rpId?: string;
  /** The person was not asked for finger, face or code. */
  readonly unverified?: true;
  readonly counter?: number;
  readonly userHandle?: string;
}

const flags = { present: 0x01, verified: 0x04, attested: 0x40 } as const;
const sha256 = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest();
const base64Url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString("base64url");

/** A passkey kept by this test: an ES256 key, attestation "none", a counter; it can be told to lie. */
export class SoftwareDevice {
  private readonly keys = generateKeyPairSync("ec", { namedCurve: "P-256" });
  private readonly id = randomBytes(32);
  private counter: number;

  constructor({ counts = true }: { readonly counts?: boolean } = {}) {
    this.counter = counts ? 1 : -1;
  }

  /** The answer to `navigator.credentials.create`. */
  make({ challenge }: { readonly challenge: string }, lies: Lies = {}): RegistrationAnswer {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.id.length);
    const authData = Buffer.concat([this.head(lies, flags.attested), Buffer.alloc(16), length, this.id, this.publicKey()]);
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authData)],
      ]) as never,
    );
    const response = {
      clientDataJSON: this.clientData("webauthn.create", challenge, lies),
      attestationObject: base64Url(attestation),
      transports: ["internal"],
    };
    return registrationAnswer.parse(JSON.stringify({ ...this.credential(), response }));
  }

  /** The answer to `navigator.credentials.get`. */
  sign({ challenge }: { readonly challenge: string }, lies: Lies = {}): AuthenticationAnswer {
    if (this.counter >= 0) this.counter += 1;
    const authData = this.head(lies, 0);
    const clientDataJSON = this.clientData("webauthn.get", challenge, lies);
    const signature = sign("sha256", Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, "base64url"))]), this.keys.privateKey);
    const handle = lies.userHandle === undefined ? {} : { userHandle: lies.userHandle };
    const response = { clientDataJSON, authenticatorData: base64Url(authData), signature: base64Url(signature), ...handle };
    return authenticationAnswer.parse(JSON.stringify({ ...this.credential(), response }));
  }

  private credential() {
    const id = base64Url(this.id);
    return { id, rawId: id, type: "public-key", clientExtensionResults: {} };
  }

  private head({ rpId = "localhost", unverified, counter }: Lies, more: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter ?? Math.max(0, this.counter));
    return Buffer.concat([sha256(rpId), Buffer.from([flags.present | (unverified ? 0 : flags.verified) | more]), count]);
  }

  private clientData(type: string, challenge: string, { origin = "http://localhost:3000" }: Lies): string {
    return base64Url(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  /** COSE: elliptic curve, ES256, P-256, x, y. */
  private publicKey(): Uint8Array {
    const { x = "", y = "" } = this.keys.publicKey.export({ format: "jwk" });
    const part = (text: string) => new Uint8Array(Buffer.from(text, "base64url"));
    return isoCBOR.encode(
      new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, part(x)],
        [-3, part(y)],
      ]) as never,
    );
  }
}
