/** The templates of an inspection, and the form that adds one. */
import { redirect } from "@remix-run/node";
import { Form, Link, type MetaFunction, useActionData, useLoaderData } from "@remix-run/react";

import { changing, reading } from "#app/desk.server.ts";
import { findExamples } from "#app/models/briefing/studio.server.ts";
import { addTemplate, listTemplates } from "#app/models/briefing/templates.server.ts";
import { lookName } from "#app/models/briefing/theme-style.ts";
import { findInspection } from "#app/models/inspections/inspections.server.ts";
import { Invalid } from "#app/platform/failure.ts";
import { paths } from "#app/paths.ts";
import { Crumbs } from "#app/ui/crumbs.tsx";
import { shortDate } from "#app/ui/dates.ts";
import { ErrorSummary, Field } from "#app/ui/form.tsx";
import styles from "#app/ui/styles/templates.css?url";
import { titled } from "#app/ui/titled.ts";

import { lookLinks } from "./look-links.ts";

export const meta: MetaFunction<typeof loader> = (args) => {
  const { code, templates = [] } = args.data ?? {};
  return [
    ...(titled("Templates", "Briefing")(args as never) ?? []),
    ...lookLinks(
      code,
      templates.map(({ id }) => id),
    ),
  ];
};
export const links = () => [
  { rel: "stylesheet", href: paths.slideStyle() },
  { rel: "stylesheet", href: styles },
];

export const loader = reading(async ({ desk, params }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const templates = await listTemplates(desk, inspection);
  const examples = templates.length > 0 ? await findExamples(desk, inspection) : null;
  return {
    code: inspection.code,
    templates: templates.map(({ id, name, addedAt, decks, look: { theme, said } }) => ({
      id,
      name,
      added: shortDate(addedAt.slice(0, 10)),
      decks,
      said,
      fonts: [...new Set([theme.fonts.heading, theme.fonts.body])],
      swatches: swatches.map(({ role, title }) => ({ title, colour: theme.palette[role] })),
      logos: theme.pictures.front.length,
      ground: theme.grounds.front !== null || theme.grounds.inside !== null,
      examples: examples?.(lookName(id)) ?? [],
    })),
  };
});

const swatches = [
  { role: "front", title: "Covers" },
  { role: "paper", title: "Slides" },
  { role: "ink", title: "Text" },
  { role: "teal", title: "Strengths" },
  { role: "rust", title: "Weaknesses" },
  { role: "violet", title: "Areas to explore" },
] as const;

export const action = changing(async ({ desk, params, form }) => {
  const inspection = await findInspection(desk, params.code ?? "", "deck.write");
  const { files, refused, value } = await form();
  const [file, ...others] = files;
  await Promise.all(others.map(({ arrival }) => arrival.drop()));
  if (refused[0]) throw new Invalid({ file: refused[0].why });
  await addTemplate(desk, inspection, { name: value("name"), file });
  return redirect(paths.briefingTemplates(inspection.code));
});

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["templates"][number];

export default function Templates() {
  const { code, templates } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { errors = {}, typed = {} } = failed ?? {};
  return (
    <main id="main" className="wide page">
      <Crumbs steps={[[paths.briefing(code), "Briefing decks"]]} here="Templates" />
      <ErrorSummary failed={failed} />
      <h1 className="h1">Templates</h1>
      <p className="lede">
        A PowerPoint file of your organisation or the council. Decks can take its fonts, its colours, its logos and the
        picture behind its slides. Choose it in the settings of a deck.
      </p>
      {templates.length === 0 && (
        <p className="notice">There are no templates yet. Decks have Throughline’s own look.</p>
      )}
      <ul className="templates">
        {templates.map((each) => (
          <TemplateCard key={each.id} code={code} template={each} />
        ))}
      </ul>
      <section className="template-add" aria-labelledby="add">
        <h2 id="add" className="h2">
          Add a template
        </h2>
        <Form method="post" encType="multipart/form-data" className="form" noValidate>
          <Field
            label="PowerPoint file"
            id="file"
            hint="Ends in .pptx, up to 20MB. Only its look is taken; its slides stay as they are and are not shown."
            error={errors.file}
          >
            {(tie) => <input {...tie} className="drop" type="file" name="file" accept=".pptx" />}
          </Field>
          <Field
            label="Name (optional)"
            id="name"
            hint="The name of the file if you leave it empty"
            error={errors.name}
          >
            {(tie) => <input {...tie} name="name" defaultValue={typed.name} />}
          </Field>
          <button className="btn" type="submit">
            Add template
          </button>
        </Form>
      </section>
    </main>
  );
}

function TemplateCard({ code, template }: { code: string; template: Shown }) {
  const { id, name, added, decks, said, fonts, swatches: colours, logos, ground, examples } = template;
  return (
    <li className="template">
      <h2 className="h3">{name}</h2>
      <p className="small">
        Added {added}.{" "}
        {decks.length ? `Used by ${decks.map((deck) => `“${deck}”`).join(", ")}.` : "No deck uses it yet."}
      </p>
      <div className="template-examples" aria-hidden="true" {...{ inert: "" }}>
        {examples.map((slide) => (
          <div key={slide} dangerouslySetInnerHTML={{ __html: slide }} />
        ))}
      </div>
      <ul className="template-colours" aria-label={`Colours of ${name}`}>
        {colours.map(({ title, colour }) => (
          <li key={title}>
            <svg viewBox="0 0 40 24" width="40" height="24" aria-hidden="true">
              <rect width="40" height="24" fill={`#${colour}`} stroke="currentColor" strokeWidth="1" />
            </svg>
            {title} <span className="template-code">#{colour}</span>
          </li>
        ))}
      </ul>
      <p>
        {fonts.length === 1 ? `Font: ${fonts[0]}.` : `Fonts: ${fonts.join(" and ")}.`}{" "}
        {logos === 0 ? "No logo." : logos === 1 ? "With a logo." : `With ${logos} logos.`}
        {ground && " With a picture behind its slides."}
      </p>
      {said.length > 0 && (
        <>
          <h3 className="template-head">What is not as it was</h3>
          <ul className="template-said">
            {said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
      <p>
        <Link to={paths.briefingTemplateWithdrawal(code, id)}>
          Withdraw<span className="vh"> {name}</span>
        </Link>
      </p>
    </li>
  );
}
