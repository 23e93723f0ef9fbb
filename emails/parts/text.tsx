import type { ReactNode } from "react";
import { Button, Link, Text } from "react-email";
import * as look from "./look";

export const Paragraph = ({ children }: { readonly children: ReactNode }) => <Text style={look.text}>{children}</Text>;

/** A button, and the same address in clear to copy, for programs that do not show the button. */
export function MailLink({ href, children }: { readonly href: string; readonly children: string }) {
  return (
    <>
      <Text style={look.text}>
        <Button href={href} style={look.button}>
          {children}
        </Button>
      </Text>
      <Text style={look.small}>
        Si le bouton ne fonctionne pas, copiez cette adresse dans votre navigateur :
        <br />
        <Link href={href} style={look.link}>
          {href}
        </Link>
      </Text>
    </>
  );
}

/** Eight digits, in two groups, to type on the page that asks for them. */
export const MailCode = ({ code }: { readonly code: string }) => (
  <Text style={look.code}>
    {code.slice(0, 4)} {code.slice(4)}
  </Text>
);

/** The code beside a link, asked for by its page where JavaScript is off. */
export const LinkCode = ({ code }: { readonly code: string }) => (
  <Text style={look.small}>
    Si la page vous demande un code, saisissez : {code.slice(0, 4)} {code.slice(4)}
  </Text>
);

/** What somebody wrote, its lines kept. */
export const QuotedText = ({ children }: { readonly children: string }) => (
  <Text style={look.quote}>
    {children.split("\n").map((line, index) => (
      // Lines have no identity of their own and never move.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index}>
        {index > 0 && <br />}
        {line}
      </span>
    ))}
  </Text>
);
