import { HumanBox } from "./human-check/human-box";

type Props = {
  /** When and for which form the page was made, signed: from `readHumanCheck(purpose, now)`. */
  token: string;
  /** Public key of reCAPTCHA; null: ALTCHA, without any third party. */
  siteKey: string | null;
};

/** "Je ne suis pas un robot": a native box that works without JavaScript, strengthened by a proof of work with it. */
export function HumanCheck({ token, siteKey }: Props) {
  return (
    <div className="relative">
      <HumanBox siteKey={siteKey} />
      <input type="hidden" name="formToken" value={token} />
      {/* Robots fill every field; nobody sees, hears or reaches this one. */}
      <div aria-hidden className="sr-only">
        <label>
          Site web
          <input type="text" name="site_web" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
    </div>
  );
}
