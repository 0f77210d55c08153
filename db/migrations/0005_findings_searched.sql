-- Inspections are counted, and the passages of one stand in one range of ids: a search of it is a range of the index.
UPDATE inspection SET number = (SELECT count(*) FROM inspection AS earlier WHERE earlier.rowid <= inspection.rowid);
--> statement-breakpoint
CREATE TRIGGER inspection_number AFTER INSERT ON inspection WHEN new.number IS NULL BEGIN
  UPDATE inspection SET number = (SELECT coalesce(max(number), 0) + 1 FROM inspection) WHERE id = new.id;
END;
--> statement-breakpoint
UPDATE passage SET id = id + 4294967296 * (
  SELECT inspection.number FROM unit
  JOIN evidence_file ON evidence_file.id = unit.file
  JOIN evidence ON evidence.id = evidence_file.evidence
  JOIN inspection ON inspection.id = evidence.inspection
  WHERE unit.id = passage.unit
);
--> statement-breakpoint
INSERT INTO passage_stem(passage_stem) VALUES ('rebuild');
--> statement-breakpoint
INSERT INTO passage_exact(passage_exact) VALUES ('rebuild');
--> statement-breakpoint
-- Findings in use are searched too; what is withdrawn leaves the index.
CREATE VIRTUAL TABLE finding_stem USING fts5(text, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
UPDATE finding SET key = rowid;
--> statement-breakpoint
INSERT INTO finding_stem(rowid, text) SELECT key, text FROM finding WHERE withdrawn_at IS NULL;
--> statement-breakpoint
CREATE TRIGGER finding_insert AFTER INSERT ON finding BEGIN
  UPDATE finding SET key = (SELECT coalesce(max(key), 0) + 1 FROM finding) WHERE id = new.id;
  INSERT INTO finding_stem(rowid, text) SELECT key, text FROM finding WHERE id = new.id AND withdrawn_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER finding_update AFTER UPDATE OF text, withdrawn_at ON finding BEGIN
  DELETE FROM finding_stem WHERE rowid = old.key;
  INSERT INTO finding_stem(rowid, text) SELECT new.key, new.text WHERE new.withdrawn_at IS NULL;
END;
--> statement-breakpoint
CREATE TRIGGER finding_delete AFTER DELETE ON finding BEGIN
  DELETE FROM finding_stem WHERE rowid = old.key;
END;
--> statement-breakpoint
-- Each inspector has a rating of their own.
UPDATE rating SET slot = coalesce(rated_by, '');
--> statement-breakpoint
-- What was published stays as it was.
CREATE TRIGGER publication_no_update BEFORE UPDATE ON publication WHEN old.approved_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'what was published cannot be changed');
END;
--> statement-breakpoint
CREATE TRIGGER publication_no_delete BEFORE DELETE ON publication WHEN old.approved_at IS NOT NULL BEGIN
  SELECT RAISE(ABORT, 'what was published cannot be deleted');
END;
