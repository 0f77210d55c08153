CREATE TABLE `blob` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `citation` (
	`id` text PRIMARY KEY NOT NULL,
	`finding` text NOT NULL,
	`evidence` text NOT NULL,
	`sha256` text,
	`locator` text,
	`quote` text,
	`added_by` text,
	`added_at` text NOT NULL,
	`withdrawn_at` text,
	FOREIGN KEY (`finding`) REFERENCES `finding`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citation_finding` ON `citation` (`finding`);--> statement-breakpoint
CREATE INDEX `citation_evidence` ON `citation` (`evidence`);--> statement-breakpoint
CREATE TABLE `event` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text,
	`inspection` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`detail` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `event_inspection` ON `event` (`inspection`,`seq`);--> statement-breakpoint
CREATE INDEX `event_subject` ON `event` (`subject`,`seq`);--> statement-breakpoint
CREATE TABLE `evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`number` integer NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`voice` text,
	`as_at` text,
	`side` text NOT NULL,
	`citations` integer DEFAULT 0 NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_number` ON `evidence` (`inspection`,`number`);--> statement-breakpoint
CREATE TABLE `evidence_file` (
	`id` text PRIMARY KEY NOT NULL,
	`evidence` text NOT NULL,
	`revision` integer NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	FOREIGN KEY (`evidence`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`sha256`) REFERENCES `blob`(`sha256`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `evidence_file_evidence` ON `evidence_file` (`evidence`);--> statement-breakpoint
CREATE INDEX `evidence_file_sha256` ON `evidence_file` (`sha256`);--> statement-breakpoint
CREATE TABLE `exclusion` (
	`inspection` text NOT NULL,
	`user` text NOT NULL,
	`reason` text NOT NULL,
	`by` text,
	`at` text NOT NULL,
	PRIMARY KEY(`inspection`, `user`),
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `finding` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`line` text NOT NULL,
	`kind` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`note` text,
	`inferred` text,
	`recognised` integer DEFAULT false NOT NULL,
	`citations` integer DEFAULT 0 NOT NULL,
	`added_by` text,
	`added_at` text NOT NULL,
	`changed_at` text NOT NULL,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`added_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `finding_line` ON `finding` (`line`,`kind`,`position`);--> statement-breakpoint
CREATE INDEX `finding_inspection` ON `finding` (`inspection`);--> statement-breakpoint
CREATE TABLE `framework_edition` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`digest` text NOT NULL,
	`content` text NOT NULL,
	`added_at` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `framework_edition_digest_unique` ON `framework_edition` (`digest`);--> statement-breakpoint
CREATE TABLE `identity` (
	`issuer` text NOT NULL,
	`subject` text NOT NULL,
	`user` text NOT NULL,
	PRIMARY KEY(`issuer`, `subject`),
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `inspection` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`title` text NOT NULL,
	`kind` text NOT NULL,
	`council` text NOT NULL,
	`framework` text NOT NULL,
	`stage` text DEFAULT 'draft' NOT NULL,
	`date` text NOT NULL,
	`source` text,
	`licence` text,
	`frame` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`council`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`framework`) REFERENCES `framework_edition`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inspection_code_unique` ON `inspection` (`code`);--> statement-breakpoint
CREATE TABLE `line` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`ref` text NOT NULL,
	`position` integer NOT NULL,
	`judgement` integer NOT NULL,
	`theme` integer NOT NULL,
	`title` text NOT NULL,
	`label` text NOT NULL,
	`lead` text,
	`strengths` integer DEFAULT 0 NOT NULL,
	`weaknesses` integer DEFAULT 0 NOT NULL,
	`areas` integer DEFAULT 0 NOT NULL,
	`cited_strengths` integer DEFAULT 0 NOT NULL,
	`cited_weaknesses` integer DEFAULT 0 NOT NULL,
	`cited_areas` integer DEFAULT 0 NOT NULL,
	`changed_at` text,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`lead`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `line_ref` ON `line` (`inspection`,`ref`);--> statement-breakpoint
CREATE TABLE `member` (
	`inspection` text NOT NULL,
	`user` text NOT NULL,
	`part` text NOT NULL,
	PRIMARY KEY(`inspection`, `user`),
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `member_user` ON `member` (`user`);--> statement-breakpoint
CREATE TABLE `note` (
	`id` text PRIMARY KEY NOT NULL,
	`line` text NOT NULL,
	`author` text NOT NULL,
	`text` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`line`) REFERENCES `line`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`author`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `note_line_author` ON `note` (`line`,`author`);--> statement-breakpoint
CREATE TABLE `one_time_link` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user` text,
	`expires_at` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `organisation` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`side` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `rating` (
	`id` text PRIMARY KEY NOT NULL,
	`inspection` text NOT NULL,
	`subject` text NOT NULL,
	`ref` text NOT NULL,
	`level` integer NOT NULL,
	`reason` text NOT NULL,
	`rated_by` text,
	`rated_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`inspection`) REFERENCES `inspection`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rated_by`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rating_subject` ON `rating` (`inspection`,`subject`,`ref`);--> statement-breakpoint
CREATE TABLE `recovery_code` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`used_at` text,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `revision` (
	`seq` integer PRIMARY KEY NOT NULL,
	`before` text,
	`after` text,
	FOREIGN KEY (`seq`) REFERENCES `event`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`user` text NOT NULL,
	`started_at` text NOT NULL,
	`seen_at` text NOT NULL,
	`factor_at` text,
	`confirmed_at` text,
	`device` text DEFAULT 'Unknown device' NOT NULL,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`organisation` text,
	`password` text,
	`totp` text,
	`totp_step` integer,
	`disabled_at` text,
	`added_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`organisation`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);