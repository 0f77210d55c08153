CREATE TABLE `letter` (
	`id` text PRIMARY KEY NOT NULL,
	`request` text NOT NULL,
	`user` text NOT NULL,
	`kind` text NOT NULL,
	`mark` text NOT NULL,
	`made_at` text NOT NULL,
	`sent_at` text,
	FOREIGN KEY (`request`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `letter_once` ON `letter` (`request`,`user`,`kind`,`mark`);--> statement-breakpoint
CREATE INDEX `letter_sent` ON `letter` (`sent_at`,`made_at`);