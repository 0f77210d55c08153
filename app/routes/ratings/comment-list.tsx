/** Comments on a line or a theme: what is open first, with a form to add one. Only the team reads them. */
import { Form } from "@remix-run/react";

import type { CommentView } from "#app/models/ratings/comments.server.ts";
import { paths } from "#app/paths.ts";
import { shortDate, timeOf } from "#app/ui/dates.ts";
import { type Failed, Field } from "#app/ui/form.tsx";
import { initials } from "#app/ui/frame.tsx";

import { fieldsOf, placeOf } from "./place.ts";

type Props = {
  code: string;
  /** "line:1.3". */
  subject: string;
  /** What they are about, inside a sentence: "line 1.3". */
  name: string;
  comments: CommentView[];
  mayComment: boolean;
  failed: Failed;
};

/** Behind a summary that counts them; open where a comment waits or a form came back. */
export function Comments(props: Props) {
  const { comments, name, failed, mayComment } = props;
  const open = comments.filter(({ resolved }) => !resolved).length;
  if (!comments.length && !mayComment) return null;
  const counts = open ? `${open} open` : comments.length ? "all resolved" : "none";
  return (
    <details className="talk" open={open > 0 || failed !== undefined}>
      <summary>
        Comments on {name} ({counts})
      </summary>
      <CommentList {...props} />
    </details>
  );
}

export function CommentList({ code, subject, name, comments, mayComment, failed }: Props) {
  return (
    <div className="talk-in">
      {comments.length > 0 && (
        <ul className="comments">
          {comments.map((one) => (
            <Comment key={one.id} code={code} mayComment={mayComment} comment={one} />
          ))}
        </ul>
      )}
      {mayComment && <AddComment code={code} subject={subject} name={name} failed={failed} />}
    </div>
  );
}

export function Comment({ code, comment, mayComment }: { code: string; comment: CommentView; mayComment: boolean }) {
  const { id, text, by, at, resolved, version } = comment;
  const beginning = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  return (
    <li id={`comment-${id}`} className={resolved ? "comment comment-done" : "comment"}>
      <span className="av" aria-hidden="true">
        {initials(by)}
      </span>
      <div className="comment-in">
        <p className="small">
          <b>{by}</b>{" "}
          <span className="muted">
            {shortDate(at)}, {timeOf(at)}
          </span>
        </p>
        <p className="comment-text">{text}</p>
        {resolved && (
          <p className="muted small">
            Resolved by {resolved.by} on {shortDate(resolved.at)}
          </p>
        )}
        {mayComment && (
          <Form method="post" action={paths.commentResolution(code, id)} preventScrollReset>
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="resolved" value={resolved ? "no" : "yes"} />
            <button className="btn-plain small" type="submit">
              {resolved ? "Open again" : "Resolve"}
              <span className="vh"> the comment “{beginning}”</span>
            </button>
          </Form>
        )}
      </div>
    </li>
  );
}

function AddComment({ code, subject, name, failed }: Pick<Props, "code" | "subject" | "name" | "failed">) {
  const id = fieldsOf(placeOf(`comment:${subject}`)).text;
  return (
    <Form method="post" action={paths.comments(code, subject)} className="comment-add" preventScrollReset noValidate>
      <input type="hidden" name="subject" value={subject} />
      <Field label={<>Add a comment{<span className="vh"> on {name}</span>}</>} id={id} error={failed?.errors.text}>
        {(tie) => <textarea {...tie} name="text" rows={2} defaultValue={failed?.typed.text} />}
      </Field>
      <button className="btn btn-quiet btn-small" type="submit">
        Add comment<span className="vh"> on {name}</span>
      </button>
    </Form>
  );
}
