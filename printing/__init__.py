"""From badge content to ink: template, layout, PDF, raster, printer languages and queue."""
