ALTER TABLE `line` ADD `open_areas` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `line` ADD `lost_findings` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
UPDATE `line` SET
  `open_areas` = (SELECT count(*) FROM `finding` WHERE `finding`.`line` = `line`.`id` AND `finding`.`kind` = 'area'
    AND `finding`.`withdrawn_at` IS NULL AND NOT EXISTS (SELECT 1 FROM `enquiry` WHERE `enquiry`.`finding` = `finding`.`id` AND `enquiry`.`state` <> 'open')),
  `lost_findings` = (SELECT count(*) FROM `finding` WHERE `finding`.`line` = `line`.`id` AND `finding`.`withdrawn_at` IS NULL
    AND EXISTS (SELECT 1 FROM `citation` WHERE `citation`.`finding` = `finding`.`id` AND `citation`.`withdrawn_at` IS NULL AND `citation`.`state` = 'lost'));
