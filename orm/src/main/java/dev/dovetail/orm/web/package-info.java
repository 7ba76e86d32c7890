/** Units of work for web requests. Needs the servlet API of the container. */
@NullMarked
package dev.dovetail.orm.web;

import org.jspecify.annotations.NullMarked;
