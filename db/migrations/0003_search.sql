-- Two indexes over the same passages: by the stems of words, and by the words as they stand (for phrases and beginnings).
CREATE VIRTUAL TABLE passage_stem USING fts5(text, content='passage', content_rowid='id', tokenize='porter unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE VIRTUAL TABLE passage_exact USING fts5(text, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2');
--> statement-breakpoint
CREATE TRIGGER passage_insert AFTER INSERT ON passage BEGIN
  INSERT INTO passage_stem(rowid, text) VALUES (new.id, new.text);
  INSERT INTO passage_exact(rowid, text) VALUES (new.id, new.text);
END;
--> statement-breakpoint
CREATE TRIGGER passage_delete AFTER DELETE ON passage BEGIN
  INSERT INTO passage_stem(passage_stem, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO passage_exact(passage_exact, rowid, text) VALUES ('delete', old.id, old.text);
END;
