import { redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { listEditions } from "#app/models/frameworks/editions.server.ts";
import { demandOpening, startInspection } from "#app/models/inspections/openings.server.ts";
import { paths } from "#app/paths.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import { titled } from "#app/ui/titled.ts";

export const meta = titled("Open a new inspection");

export const loader = reading(async ({ desk }) => {
  demandOpening(desk);
  const editions = await listEditions(desk);
  return {
    editions: editions.map(({ id, title, edition, publisher }) => ({ id, name: `${title}, ${publisher} ${edition}` })),
  };
});

export const action = changing(async ({ desk, form }) => {
  demandOpening(desk);
  const { value } = await form();
  const code = await startInspection(desk, {
    title: value("title"),
    code: value("code"),
    kind: value("kind"),
    council: value("council"),
    framework: value("framework"),
    date: value("date"),
  });
  return redirect(paths.inspection(code));
});

export default function NewInspection() {
  const { editions } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <main id="main" className="wide page">
      <ErrorSummary failed={failed} />
      <h1 className="h1">Open a new inspection</h1>
      <p className="lede">You lead it. It keeps the edition of the framework that you choose now.</p>
      <Form method="post" className="form" noValidate>
        <Field label="Title" id="title" hint="As it stands on the first slide" error={errors.title}>
          {(tie) => <input {...tie} name="title" autoComplete="off" defaultValue={typed.title} />}
        </Field>
        <Field label="Council" id="council" error={errors.council}>
          {(tie) => <input {...tie} name="council" autoComplete="off" defaultValue={typed.council} />}
        </Field>
        <Field
          label="Code"
          id="code"
          hint="For its address: lowercase letters, digits and hyphens, such as leicester-2007. It cannot be changed."
          error={errors.code}
        >
          {(tie) => (
            <input
              {...tie}
              name="code"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={typed.code}
            />
          )}
        </Field>
        <FrameworkField editions={editions} typed={typed.framework} error={errors.framework} />
        <Field label="What the briefing is" id="kind" error={errors.kind}>
          {(tie) => <input {...tie} name="kind" autoComplete="off" defaultValue={typed.kind ?? "Initial briefing"} />}
        </Field>
        <Field label="Day of the briefing" id="date" error={errors.date}>
          {(tie) => <input {...tie} name="date" type="date" className="date" defaultValue={typed.date} />}
        </Field>
        <div className="actions">
          <button className="btn" type="submit">
            Open the inspection
          </button>
          <Link to={paths.inspections()}>Cancel</Link>
        </div>
      </Form>
    </main>
  );
}

type FrameworkProps = { editions: { id: string; name: string }[]; typed?: string; error?: string };

function FrameworkField({ editions, typed, error }: FrameworkProps) {
  return (
    <Field
      label="Framework"
      id="framework"
      hint={<Link to={paths.frameworks()}>Read the frameworks</Link>}
      error={error}
    >
      {(tie) => (
        <select {...tie} name="framework" defaultValue={typed ?? editions[0]?.id}>
          {editions.length === 0 && <option value="">There is none yet</option>}
          {editions.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
