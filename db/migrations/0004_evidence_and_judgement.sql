CREATE TABLE `appraisal` (
	`evidence` text PRIMARY KEY NOT NULL,
	`assigned_to` text,
	`quality` text DEFAULT '{}' NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assigned_to`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `arrival` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`user` text NOT NULL,
	`name` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`media_type` text NOT NULL,
	`scanned_at` text,
	`arrived_at` text NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `arrival_user` ON `arrival` (`user`,`inspection`);--> statement-breakpoint
CREATE TABLE `evidence_line` (
	`evidence` text NOT NULL,
	`line` text NOT NULL,
	`side` text NOT NULL,
	PRIMARY KEY(`evidence`, `line`, `side`),
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_line_line` ON `evidence_line` (`line`);--> statement-breakpoint
CREATE TABLE `evidence_tag` (
	`evidence` text NOT NULL,
	`tag` text NOT NULL,
	`side` text NOT NULL,
	PRIMARY KEY(`evidence`, `tag`, `side`),
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `reading` (
	`evidence` text NOT NULL,
	`user` text NOT NULL,
	`read_at` text NOT NULL,
	PRIMARY KEY(`evidence`, `user`),
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `saved_view` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`user` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_view_name` ON `saved_view` (`inspection`,`user`,`name`);--> statement-breakpoint
CREATE TABLE `upgrade` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`from` text NOT NULL,
	`to` text NOT NULL,
	`by` text,
	`at` text NOT NULL,
	`undo` text NOT NULL,
	`undone_at` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from`) REFERENCES `framework_edition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to`) REFERENCES `framework_edition`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `upgrade_inspection` ON `upgrade` (`inspection`);--> statement-breakpoint
CREATE TABLE `comment` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`by` text NOT NULL,
	`at` text NOT NULL,
	`resolved_by` text,
	`resolved_at` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`resolved_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `comment_subject` ON `comment` (`inspection`,`subject`);--> statement-breakpoint
CREATE TABLE `publication` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`number` integer NOT NULL,
	`reason` text,
	`proposed_by` text NOT NULL,
	`proposed_at` text NOT NULL,
	`approved_by` text,
	`approved_at` text,
	`content` text,
	`digest` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`approved_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `publication_number` ON `publication` (`inspection`,`number`);--> statement-breakpoint
CREATE TABLE `sign_off` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`theme` integer NOT NULL,
	`signed_by` text NOT NULL,
	`signed_at` text NOT NULL,
	`reopened_by` text,
	`reopened_at` text,
	`reopened_reason` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`signed_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reopened_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sign_off_theme` ON `sign_off` (`inspection`,`theme`);--> statement-breakpoint
DROP INDEX `rating_subject`;--> statement-breakpoint
ALTER TABLE `rating` ADD `rater` text DEFAULT 'inspector' NOT NULL;--> statement-breakpoint
ALTER TABLE `rating` ADD `slot` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `rating` ADD `computed` integer;--> statement-breakpoint
ALTER TABLE `rating` ADD `statements` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `rating` ADD `source` text;--> statement-breakpoint
CREATE UNIQUE INDEX `rating_subject` ON `rating` (`inspection`,`subject`,`ref`,`rater`,`slot`);--> statement-breakpoint
ALTER TABLE `citation` ADD `file` text REFERENCES evidence_file(id);--> statement-breakpoint
ALTER TABLE `citation` ADD `seq` integer;--> statement-breakpoint
ALTER TABLE `citation` ADD `start` integer;--> statement-breakpoint
ALTER TABLE `citation` ADD `end` integer;--> statement-breakpoint
ALTER TABLE `citation` ADD `prefix` text;--> statement-breakpoint
ALTER TABLE `citation` ADD `suffix` text;--> statement-breakpoint
ALTER TABLE `citation` ADD `state` text;--> statement-breakpoint
ALTER TABLE `citation` ADD `at_file` text REFERENCES evidence_file(id);--> statement-breakpoint
ALTER TABLE `citation` ADD `at_seq` integer;--> statement-breakpoint
ALTER TABLE `citation` ADD `at_start` integer;--> statement-breakpoint
ALTER TABLE `citation` ADD `at_end` integer;--> statement-breakpoint
ALTER TABLE `evidence` ADD `until` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `owner` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `department` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `sensitivity` text DEFAULT 'internal' NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence` ADD `review_by` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `fields` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence` ADD `returned_at` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `returned_reason` text;--> statement-breakpoint
ALTER TABLE `evidence_file` ADD `text_origin` text;--> statement-breakpoint
ALTER TABLE `evidence_file` ADD `text_warnings` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `evidence_file` ADD `scanned_at` text;--> statement-breakpoint
ALTER TABLE `evidence_file` ADD `current` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `finding` ADD `key` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `finding_key_unique` ON `finding` (`key`);--> statement-breakpoint
ALTER TABLE `inspection` ADD `number` integer;--> statement-breakpoint
ALTER TABLE `inspection` ADD `stage_at` text;--> statement-breakpoint
ALTER TABLE `inspection` ADD `double_rating` integer DEFAULT true NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_number_unique` ON `inspection` (`number`);--> statement-breakpoint
ALTER TABLE `line` ADD `withdrawn_at` text;