/** One question of a topic guide, with the areas that it answers and what can be done with it. */
import { Form } from "@remix-run/react";

import type { QuestionView } from "#app/models/fieldwork/guides.server.ts";
import { paths } from "#app/paths.ts";
import { type Failed, Field } from "#app/ui/form.tsx";

type Props = {
  code: string;
  visit: string;
  question: QuestionView;
  first: boolean;
  last: boolean;
  mayWrite: boolean;
  failed: Failed;
};

export function GuideQuestion(props: Props) {
  const { question, mayWrite } = props;
  return (
    <li id={question.id} className="guide-question">
      <p className="guide-text">{question.text}</p>
      <p className="muted">
        {question.minutes} {question.minutes === 1 ? "minute" : "minutes"}
        {question.areas.length > 0 && `. Answers ${question.areas.map(({ ref, name }) => `${ref} ${name}`).join(", ")}`}
      </p>
      {question.areas.length > 1 && (
        <ul className="guide-served">
          {question.areas.map(({ id, ref, name, text }) => (
            <li key={id}>
              <b>
                {ref} {name}
              </b>{" "}
              {text}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && <Tools {...props} />}
    </li>
  );
}

function Tools({ code, visit, question, first, last, failed }: Props) {
  const { id } = question;
  const named = <span className="vh">: {question.text}</span>;
  return (
    <div className="guide-tools no-print">
      <Form method="post" action={paths.questionPosition(code, visit, id)} className="actions">
        {!first && (
          <button className="btn btn-quiet btn-small" type="submit" name="direction" value="up">
            Move up{named}
          </button>
        )}
        {!last && (
          <button className="btn btn-quiet btn-small" type="submit" name="direction" value="down">
            Move down{named}
          </button>
        )}
      </Form>
      <Form method="post" action={paths.questionRemoval(code, visit, id)}>
        <button className="btn btn-quiet btn-small" type="submit">
          Take out{named}
        </button>
      </Form>
      <details open={failed !== undefined}>
        <summary>Change{named}</summary>
        <Change code={code} visit={visit} question={question} failed={failed} />
      </details>
    </div>
  );
}

function Change({ code, visit, question, failed }: Pick<Props, "code" | "visit" | "question" | "failed">) {
  const { errors = {}, typed = {}, stale } = failed ?? {};
  const { id, version } = question;
  return (
    <Form method="post" action={paths.question(code, visit, id)} className="form" noValidate>
      <input type="hidden" name="version" value={stale?.version ?? version} />
      {stale && (
        <p className="notice notice-warn">
          It now says: “{stale.current.text}”, {stale.current.minutes} minutes. Send yours again to replace it.
        </p>
      )}
      <Field label="Question" id={`text-${id}`} error={errors.text}>
        {(tie) => <textarea {...tie} name="text" rows={2} defaultValue={typed.text ?? question.text} />}
      </Field>
      <Field label="Minutes" id={`minutes-${id}`} error={errors.minutes}>
        {(tie) => (
          <input
            {...tie}
            name="minutes"
            className="short"
            inputMode="numeric"
            defaultValue={typed.minutes ?? question.minutes}
          />
        )}
      </Field>
      <button className="btn btn-quiet" type="submit">
        Save the question
      </button>
    </Form>
  );
}
