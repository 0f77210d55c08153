/** A link that could not be sent: it is shown once, to be passed on. */
import { lifetimeInWords, type LinkKind } from "#app/models/accounts/link.ts";

export function PassOn({ name, link, kind }: { name: string; link: string; kind: LinkKind }) {
  return (
    <div className="notice pass-on" role="status">
      <p>
        <label htmlFor="link">
          <b>A link for {name}</b>
        </label>
      </p>
      <input id="link" readOnly value={link} />
      <p>
        It works once, for {lifetimeInWords(kind)}. This server does not send e-mail: pass the link on in a way that
        only {name} can read. It is not shown again.
      </p>
    </div>
  );
}
